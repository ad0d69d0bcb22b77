package lamin.spring;

import javax.sql.DataSource;
import lamin.schema.service.Migrations;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ResourceLoader;

/**
 * Deploys the migrations of the schema modules on the class path to the service's data source. A bean of its own of type
 * {@link Migrations} replaces the one here, for example for another data source. {@code lamin.enabled=false} turns it off.
 */
@AutoConfiguration(
        // the first name is that of Spring Boot 4, the second that of 3
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration"
        },
        beforeName = {
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration"
        })
@ConditionalOnProperty(name = "lamin.enabled", matchIfMissing = true)
@ConditionalOnSingleCandidate(DataSource.class)
@EnableConfigurationProperties(LaminProperties.class)
@Import(DatabaseInitializationDependencyConfigurer.class)
public class LaminAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    Migrations laminMigrations(DataSource dataSource, LaminProperties properties, ResourceLoader resources) {
        var loader = resources.getClassLoader();
        var migrations = Migrations.on(dataSource)
                .modules(properties.modules().toArray(String[]::new))
                .allowingDrops(properties.allowDrops().toArray(String[]::new))
                .waiting(properties.lockTimeout())
                .reporting(new LoggedNotices());
        var named = properties.user() == null ? migrations : migrations.by(properties.user());
        return loader == null ? named : named.modules(loader);
    }

    @Bean
    @ConditionalOnMissingBean
    MigrationInitializer laminMigrationInitializer(Migrations migrations, LaminProperties properties) {
        return new MigrationInitializer(migrations, properties.mode());
    }
}
