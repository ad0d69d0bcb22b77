package lamin.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import lamin.graph.format.UnknownFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class SchemaGraphTest {
    private static final SchemaGraph TINY = SchemaGraph.of(Facts.tiny()).withTitle("a <title> & more");
    private static final SchemaGraph ALL =
            SchemaGraph.of(Facts.coreAndBionty()).withVersions(Map.of("core", "2.12.2", "bionty", "2.5.3"));

    @Test
    void pictures_and_exports_need_no_other_program() {
        assertThat(ALL.formats()).containsExactly("svg", "png", "dot", "json", "graphml", "mermaid", "csv");
    }

    @Test
    void an_unknown_format_is_refused_with_those_that_are_known() {
        assertThatThrownBy(() -> TINY.create("docx"))
                .isInstanceOf(UnknownFormatException.class)
                .hasMessage("unknown format 'docx'; known here: svg, png, dot, json, graphml, mermaid, csv");
    }

    @Test
    void an_unknown_module_is_refused_with_those_that_are_known() {
        assertThatThrownBy(() -> ALL.module("assay"))
                .hasMessage("no tables of module assay; there are tables of bionty, core");
    }

    @Test
    void svg_is_well_formed_whatever_the_names() throws Exception {
        assertThat(xml(TINY.create("svg")).getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(TINY.svg()).contains("a &lt;title&gt; &amp; more");
    }

    @Test
    void the_svg_of_core_and_bionty_names_modules_versions_and_tables() throws Exception {
        assertThat(xml(ALL.create("svg")).getDocumentElement().getTextContent())
                .contains("core 2.12.2", "bionty 2.5.3", "CellType", "bionty_celltype", "artifactcelltype");
    }

    @Test
    void the_same_schema_gives_the_same_bytes() {
        for (var format : ALL.formats()) {
            assertThat(TINY.create(format)).as(format).isEqualTo(TINY.create(format));
        }
    }

    @Test
    void png_has_two_pixels_for_each_unit_of_the_svg() throws Exception {
        var svg = xml(TINY.create("svg")).getDocumentElement();
        var png = ImageIO.read(new ByteArrayInputStream(TINY.create("png")));
        assertThat((double) png.getWidth()).isEqualTo(Math.ceil(2 * Double.parseDouble(svg.getAttribute("width"))));
        assertThat((double) png.getHeight()).isEqualTo(Math.ceil(2 * Double.parseDouble(svg.getAttribute("height"))));
    }

    @Test
    void png_of_every_table_as_a_box_has_no_limit_of_elements() throws Exception {
        var png = ALL.module("bionty")
                .withLinkTables(true)
                .withCommonColumns(true)
                .create("png");
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isGreaterThan(2000);
    }

    @Test
    void dot_has_a_cluster_for_each_module_and_ports_for_rows() {
        assertThat(new String(ALL.createDot(), UTF_8))
                .startsWith("digraph schema {")
                .endsWith("}\n")
                .contains("subgraph \"cluster_core\"", "subgraph \"cluster_bionty\"")
                .contains("\"lamindb_artifact\":\"row9\" -> \"lamindb_storage\":\"row0\"");
    }

    @Test
    void json_is_node_link_with_all_tables_and_foreign_keys() throws Exception {
        var json = new ObjectMapper().readTree(ALL.create("json"));
        assertThat(json.get("directed").asBoolean()).isTrue();
        assertThat(json.get("multigraph").asBoolean()).isTrue();
        assertThat(json.get("nodes")).hasSize(141);
        assertThat(json.get("edges")).hasSize(571);
        assertThat(json.get("edges").get(0).fieldNames())
                .toIterable()
                .containsExactly("source", "target", "key", "columns", "target_columns", "on_delete");
    }

    @Test
    void json_has_the_columns_of_each_table_with_type_and_key() throws Exception {
        var json = new ObjectMapper().readTree(TINY.create("json"));
        assertThat(json.get("nodes").get(0).toString()).isEqualTo("""
                {"id":"assay_notebook","module":"assay","entity":"Notebook","columns":[\
                {"name":"id","type":"int32","nullable":false,"primary_key":true},\
                {"name":"title","type":"string(255)","nullable":false,"primary_key":false},\
                {"name":"created_by_id","type":"int32","nullable":true,"primary_key":false}]}""");
    }

    @Test
    void graphml_has_the_columns_of_each_table_in_one_line() throws Exception {
        assertThat(xml(TINY.create("graphml"))
                        .getElementsByTagName("node")
                        .item(0)
                        .getTextContent())
                .contains("id int32 primary_key, title string(255), created_by_id int32 nullable");
    }

    @Test
    void graphml_is_well_formed_and_complete() throws Exception {
        var graphml = xml(ALL.create("graphml"));
        assertThat(graphml.getElementsByTagName("node").getLength()).isEqualTo(141);
        assertThat(graphml.getElementsByTagName("edge").getLength()).isEqualTo(571);
    }

    @Test
    void mermaid_has_entities_and_relations() {
        assertThat(new String(TINY.create("mermaid"), UTF_8)).isEqualTo("""
                        erDiagram
                            "assay_notebook" {
                                int32 id PK
                                string(255) title UK
                                int32 created_by_id FK "may be null"
                            }
                            "assay_person" {
                                int32 id PK
                                text name
                            }
                            "scratch" {
                                int32 x "may be null"
                            }
                            "assay_notebook" }o--o| "assay_person" : "assay_notebook_created_by_id_fkey"
                            "assay_notebook" }o--o{ "assay_person" : "assay_notebookperson"
                        """);
    }

    @Test
    void csv_lists_the_foreign_keys() {
        assertThat(new String(TINY.create("csv"), UTF_8).lines())
                .hasSize(4)
                .startsWith("source,target,key,columns,target_columns,on_delete")
                .contains("assay_notebook,assay_person,assay_notebook_created_by_id_fkey,created_by_id,id,NO ACTION");
    }

    @Test
    void the_jgrapht_form_has_every_table_and_foreign_key() {
        assertThat(ALL.asGraph().vertexSet()).hasSize(141);
        assertThat(ALL.asGraph().edgeSet()).hasSize(571);
        assertThat(ALL.asGraph().getType().isAllowingMultipleEdges()).isTrue();
    }

    @Test
    void the_jgrapht_form_of_a_module_has_what_it_points_to() {
        var graph = ALL.module("bionty").asGraph();
        assertThat(graph.edgeSet())
                .allMatch(reference -> reference.source().name().startsWith("bionty_"));
        assertThat(graph.vertexSet()).anyMatch(table -> table.name().name().equals("lamindb_artifact"));
    }

    @Test
    void a_file_gets_the_format_of_its_extension(@TempDir Path folder) throws Exception {
        TINY.write(folder.resolve("schema.SVG"));
        TINY.write(folder.resolve("schema.gv"));
        assertThat(xml(Files.readAllBytes(folder.resolve("schema.SVG")))
                        .getDocumentElement()
                        .getTagName())
                .isEqualTo("svg");
        assertThat(folder.resolve("schema.gv")).content().startsWith("digraph");
        assertThatThrownBy(() -> TINY.write(folder.resolve("schema")))
                .hasMessageStartingWith("a file without extension has no format; known here: svg");
    }

    @Test
    void the_formats_of_graphviz_are_offered_where_it_is_installed(@TempDir Path folder) throws Exception {
        var dot = folder.resolve("dot");
        Files.writeString(dot, """
                #!/bin/sh
                if [ "$1" = -Txxx ]; then
                  echo 'Format: "xxx" not recognized. Use one of: canon dot png png:cairo pdf' >&2
                  exit 1
                fi
                echo "$1"
                cat
                """);
        Files.setPosixFilePermissions(dot, PosixFilePermissions.fromString("rwxr-xr-x"));
        var graph = TINY.withGraphvizOn(folder + File.pathSeparator + "/nowhere");
        assertThat(graph.formats())
                .containsExactly("svg", "png", "dot", "json", "graphml", "mermaid", "csv", "canon", "pdf");
        assertThat(new String(graph.create("pdf"), UTF_8)).startsWith("-Tpdf\ndigraph schema {");
    }

    @Test
    void drawing_prints_nothing() {
        var printed = new ByteArrayOutputStream();
        var out = System.out;
        System.setOut(new PrintStream(printed, true, UTF_8));
        try {
            TINY.create("png");
        } finally {
            System.setOut(out);
        }
        assertThat(printed.toString(UTF_8)).isEmpty();
    }

    private static Document xml(byte[] bytes) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }
}
