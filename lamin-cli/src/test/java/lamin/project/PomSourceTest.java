package lamin.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lamin.schema.LaminException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PomSourceTest {
    @Test
    void only_the_version_of_the_project_changes() {
        var pom = "\uFEFF<?xml version=\"1.0\"?>\r\n<project>\r\n"
                + "  <!-- <version>0.1.0</version> " + "\u00e4\u20ac".repeat(20_000) + " -->\r\n"
                + "  <parent><version>0.1.0</version></parent>\r\n"
                + "  <version>\r\n    0.1.0\r\n  </version >\r\n"
                + "  <dependencies><dependency><version>0.1.0</version></dependency></dependencies>\r\n</project>\r\n";
        assertThat(new PomSource(pom).withVersion("1.0.0").text())
                .isEqualTo(pom.replace("\r\n    0.1.0\r\n", "\r\n    1.0.0\r\n"));
    }

    @Test
    void a_property_of_the_same_pom_is_edited() {
        var pom =
                "<project><version>${revision}</version><properties><revision>0.1.0</revision></properties></project>";
        assertThat(new PomSource(pom).withVersion("1.0.0").text()).isEqualTo(pom.replace("0.1.0", "1.0.0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<project><version>0.1.0</version></project>",
                "<?xml version=\"1.0\"?><project><version>0.1.0</version></project>",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<project xmlns=\"x\">\n<version>0.1.0</version></project>",
                "<?xml version='1.0'?>\r\n<!DOCTYPE project>\r\n<m:project xmlns:m='a>b'><m:version>0.1.0</m:version></m:project>",
                "<project><a/><b x = '/' /><name>0.1.0</name><version >0.1.0</version ></project>",
                "<project><description><![CDATA[<version>9</version>]]></description><version>0.1.0</version></project>"
            })
    void a_version_is_found_however_the_pom_begins(String pom) {
        int place = pom.lastIndexOf("0.1.0");
        assertThat(new PomSource(pom).withVersion("1.0.0").text())
                .isEqualTo(pom.substring(0, place) + "1.0.0" + pom.substring(place + 5));
    }

    @Test
    void what_is_set_elsewhere_or_composed_is_refused_with_the_line() {
        assertRefused("<project>\n<parent>\n<version>0.1.0</version>\n</parent></project>", "pom.xml:3: ");
        assertRefused("<project>\n<version>${revision}</version></project>", "pom.xml:2: the version is ${revision}");
        assertRefused("<project>\n\n<version>1.${minor}</version></project>", "pom.xml:3: ");
        assertRefused("<project><version/></project>", "cannot be edited");
        assertRefused("<project>", "not well-formed XML");
    }

    private static void assertRefused(String pom, String message) {
        assertThatThrownBy(() -> new PomSource(pom).withVersion("1.0.0"))
                .isInstanceOf(LaminException.class)
                .hasMessageContaining(message);
    }
}
