package lamin.spring;

import io.micrometer.core.instrument.binder.MeterBinder;
import lamin.schema.service.Migrations;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a service with Actuator or Micrometer shows of its migrations. The health indicator for Spring Boot 3 is in lamin-spring-boot-3. */
@AutoConfiguration(after = LaminAutoConfiguration.class)
@ConditionalOnBean(MigrationInitializer.class)
public class LaminActuatorAutoConfiguration {
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({Endpoint.class, ConditionalOnAvailableEndpoint.class})
    static class EndpointConfiguration {
        @Bean
        @ConditionalOnAvailableEndpoint
        @ConditionalOnMissingBean
        MigrationsEndpoint laminEndpoint(Migrations migrations) {
            return new MigrationsEndpoint(migrations);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
    @ConditionalOnEnabledHealthIndicator("lamin")
    static class HealthConfiguration {
        @Bean
        @ConditionalOnMissingBean(name = "laminHealthIndicator")
        MigrationsHealthIndicator laminHealthIndicator(Migrations migrations) {
            return new MigrationsHealthIndicator(migrations);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterBinder.class)
    static class MetricsConfiguration {
        @Bean
        @ConditionalOnMissingBean
        MigrationMetrics laminMigrationMetrics(MigrationInitializer initializer) {
            return new MigrationMetrics(initializer);
        }
    }
}
