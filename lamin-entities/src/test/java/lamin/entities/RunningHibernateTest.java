package lamin.entities;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The pom runs the tests of this package with several versions of Hibernate. */
class RunningHibernateTest {
    @Test
    void a_model_says_which_hibernate_has_read_it() {
        assertThat(Lab.read().hibernate()).isEqualTo(System.getProperty("hibernate.tested"));
    }
}
