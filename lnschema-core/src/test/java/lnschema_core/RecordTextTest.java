package lnschema_core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordTextTest {

    @Test
    void a_record_shows_the_values_that_it_has() {
        assertThat(new ULabel("treated")).hasToString("ULabel(name=\"treated\")");
        assertThat(new Transform("align.nf").toString()).contains("Transform(").contains("\"align.nf\"");
    }

    @Test
    void long_texts_and_line_ends_stay_in_one_line() {
        assertThat(new ULabel("a\nb" + "x".repeat(200)).toString())
                .hasLineCount(1)
                .hasSizeLessThan(120);
    }

    @Test
    void other_records_are_not_asked() {
        var label = new ULabel("treated");
        assertThat(new ULabelParent(label, new ULabel("parent"))).hasToString("ULabelParent()");
    }
}
