package lamin.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lamin.schema.LaminException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleProjectTest {
    @TempDir
    Path folder;

    @Test
    void a_project_is_found_from_a_folder_inside_it() throws IOException {
        TestProject.create(folder);
        var found = ModuleProject.find(folder.resolve("src/main/java/lnschema_assay"))
                .orElseThrow();
        assertThat(found.directory()).isEqualTo(folder);
        assertThat(found.rootPackage()).isEqualTo("lnschema_assay");
        assertThat(found.packageInfo()).exists();
    }

    @Test
    void the_root_package_may_lie_in_other_packages() throws IOException {
        var project = new TestProject(folder);
        project.write("pom.xml", TestProject.pom(TestProject.OWN_VERSION, ""));
        project.write(
                "src/main/java/org/example/lnschema_assay/package-info.java", "package org.example.lnschema_assay;");
        assertThat(project.module().rootPackage()).isEqualTo("org.example.lnschema_assay");
    }

    @Test
    void a_project_without_a_root_package_is_no_module() throws IOException {
        var project = new TestProject(folder);
        project.write("pom.xml", TestProject.pom(TestProject.OWN_VERSION, ""));
        project.write("src/main/java/lnschema_assay/Notebook.java", "package lnschema_assay; class Notebook {}");
        assertThat(ModuleProject.find(folder)).isEmpty();
    }

    @Test
    void any_package_with_the_annotation_is_a_root_package() throws IOException {
        var project = new TestProject(folder);
        project.write("pom.xml", TestProject.pom(TestProject.OWN_VERSION, ""));
        project.write("src/main/java/org/example/package-info.java", "package org.example;");
        project.write(
                "src/main/java/org/example/orders/package-info.java",
                "@lamin.schema.SchemaModule(version = \"1.0.0\") package org.example.orders;");
        assertThat(project.module().rootPackage()).isEqualTo("org.example.orders");
    }

    @Test
    void of_two_root_packages_the_one_around_the_folder_is_meant() throws IOException {
        var project = TestProject.create(folder);
        project.write("src/main/java/lnschema_other/package-info.java", "package lnschema_other;");
        project.write("src/main/java/lnschema_other/deeper/Note.java", "package lnschema_other.deeper; class Note {}");

        assertThat(ModuleProject.find(folder.resolve("src/main/java/lnschema_other/deeper")))
                .map(ModuleProject::rootPackage)
                .contains("lnschema_other");
        assertThatThrownBy(() -> ModuleProject.find(folder))
                .isInstanceOf(LaminException.class)
                .hasMessageContaining("src/main/java/lnschema_assay, src/main/java/lnschema_other");
    }

    @Test
    void a_folder_that_is_not_there_is_in_no_project() {
        assertThat(ModuleProject.find(folder.resolve("missing"))).isEmpty();
        assertThat(Files.exists(folder.resolve("missing"))).isFalse();
    }
}
