package lamin.spring.health;

import lamin.schema.service.Migrations;
import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The health indicator {@code lamin} for Spring Boot 3.5. */
@AutoConfiguration(afterName = "lamin.spring.LaminAutoConfiguration")
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnEnabledHealthIndicator("lamin")
@ConditionalOnBean(type = "lamin.spring.MigrationInitializer")
public class LaminHealthAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean(name = "laminHealthIndicator")
    MigrationsHealth laminHealthIndicator(Migrations migrations) {
        return new MigrationsHealth(migrations);
    }
}
