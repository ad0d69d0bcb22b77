package lamin.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import java.util.regex.Pattern;

/** Which way dependencies point, among Maven modules and among the packages of each. */
@AnalyzeClasses(
        packages = {"lamin", "lnschema_core", "lnschema_bionty"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] CLI = {"lamin.cli..", "lamin.project.."};
    private static final String[] ENTITIES = {"lamin.entities..", "lamin.authoring.."};
    private static final String GRAPH = "lamin.graph..";
    private static final String[] DRAWING = {"org.eclipse.elk..", "org.jgrapht..", "com.github.weisj.jsvg.."};
    private static final String PARQUET = "lamin.parquet..";
    private static final String TESTING = "lamin.testing..";
    private static final String[] SCHEMA_MODULES = {"lnschema_core..", "lnschema_bionty.."};
    private static final String[] LAMINDB = {
        "lamin",
        "lamin.annotation..",
        "lamin.artifact..",
        "lamin.catalog..",
        "lamin.collection..",
        "lamin.content..",
        "lamin.dataset..",
        "lamin.doctor..",
        "lamin.feature..",
        "lamin.find..",
        "lamin.instance..",
        "lamin.label..",
        "lamin.library..",
        "lamin.lineage..",
        "lamin.load..",
        "lamin.module..",
        "lamin.ontology..",
        "lamin.record..",
        "lamin.registry..",
        "lamin.rehearsal..",
        "lamin.run..",
        "lamin.search..",
        "lamin.settings..",
        "lamin.storage..",
        "lamin.table..",
        "lamin.tablefile..",
        "lamin.trash.."
    };

    private static final DescribedPredicate<JavaClass> WHAT_ENTITIES_MAY_CARRY = describe(
            "annotations and constants of Hibernate",
            type -> type.getPackageName().startsWith("org.hibernate.annotations")
                    || Set.of("org.hibernate.Length", "org.hibernate.type.SqlTypes")
                            .contains(type.getName()));

    @ArchTest
    static final ArchRule NOTHING_DEPENDS_ON_THE_COMMAND_LINE = noClasses()
            .that()
            .resideOutsideOfPackages(CLI)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CLI);

    @ArchTest
    static final ArchRule MODULE_PROJECTS_DO_NOT_KNOW_COMMANDS = noClasses()
            .that()
            .resideInAPackage("lamin.project..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("lamin.cli..");

    @ArchTest
    static final ArchRule THE_ENGINE_NEEDS_NOTHING_BUT_JAVA_AND_ASM = classes()
            .that()
            .resideInAPackage("lamin.schema..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "lamin.schema..", "java..", "javax.sql..", "org.objectweb.asm..", "org.slf4j..", "org.jspecify..");

    /** Among them no instance, no entity and no Hibernate. */
    @ArchTest
    static final ArchRule GRAPHS_NEED_OF_THIS_PROJECT_NOTHING_BUT_THE_MODEL = noClasses()
            .that()
            .resideInAPackage(GRAPH)
            .should()
            .dependOnClassesThat(resideInAnyPackage("lamin..", "lnschema_core..", "org.hibernate..")
                    .and(DescribedPredicate.not(resideInAnyPackage(GRAPH, "lamin.schema.model"))));

    @ArchTest
    static final ArchRule LAYOUT_AND_FORMATS_KNOW_NO_SCHEMA = noClasses()
            .that()
            .resideInAnyPackage(
                    "lamin.graph.format..", "lamin.graph.layout..", "lamin.graph.picture..", "lamin.graph.property..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("lamin.schema..");

    @ArchTest
    static final ArchRule ONLY_GRAPHS_SEE_THE_LIBRARIES_THAT_DRAW = noClasses()
            .that()
            .resideOutsideOfPackage(GRAPH)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DRAWING);

    /** A program need not have them: {@code OptionalLibrary} asks for them where they are used. */
    @ArchTest
    static final ArchRule OF_LAMINDB_ONLY_WHAT_DRAWS_SEES_GRAPHS = noClasses()
            .that()
            .resideInAnyPackage(LAMINDB)
            .and()
            .doNotHaveSimpleName("InstanceSchema")
            .and()
            .doNotHaveSimpleName("InstanceLineage")
            .and()
            .doNotHaveSimpleName("LineageDrawing")
            .and()
            .doNotHaveSimpleName("TermRegistry")
            .and()
            .doNotHaveSimpleName("TermDrawing")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(GRAPH);

    /** It is found as a service. */
    @ArchTest
    static final ArchRule NOTHING_NAMES_PARQUET_BUT_ITSELF = onlyItselfDependsOn(PARQUET);

    @ArchTest
    static final ArchRule ONLY_PARQUET_SEES_ITS_READER = noClasses()
            .that()
            .resideOutsideOfPackage(PARQUET)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.hardwood..");

    /** So that ontologies and whatever else reads tables can use it. */
    @ArchTest
    static final ArchRule PARQUET_KNOWS_TABLES_AND_TYPES_ONLY = noClasses()
            .that()
            .resideInAPackage(PARQUET)
            .should()
            .dependOnClassesThat(resideInAnyPackage("lamin..", "lnschema_core..", "org.hibernate..")
                    .and(DescribedPredicate.not(
                            resideInAnyPackage(PARQUET, "lamin.tablefile", "lamin.feature", "lamin.schema"))));

    @ArchTest
    static final ArchRule ONLY_ONE_CLASS_OF_THE_LIBRARIES_SEES_A_DRIVER = noClasses()
            .that()
            .resideOutsideOfPackages(CLI)
            .and()
            .resideOutsideOfPackages("lamin.testing..")
            .and()
            .doNotHaveFullyQualifiedName("lamin.instance.SqliteDriver")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.sqlite..", "org.postgresql..");

    @ArchTest
    static final ArchRule SCHEMA_MODULES_ARE_ENTITIES_AND_MIGRATIONS_ONLY = classes()
            .that()
            .resideInAnyPackage(SCHEMA_MODULES)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(SCHEMA_MODULES)
                    .or(resideInAnyPackage(
                            "lamin.schema",
                            "lamin.schema.model",
                            "lamin.schema.operation",
                            "lamin.schema.sql",
                            "java..",
                            "jakarta.persistence..",
                            "org.jspecify.."))
                    .or(WHAT_ENTITIES_MAY_CARRY));

    @ArchTest
    static final ArchRule CORE_DOES_NOT_KNOW_BIONTY = noClasses()
            .that()
            .resideInAPackage("lnschema_core..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("lnschema_bionty..");

    @ArchTest
    static final ArchRule ONLY_READING_ENTITIES_AND_REGISTRIES_SEE_HIBERNATE = noClasses()
            .that()
            .resideOutsideOfPackages(ENTITIES)
            .and()
            .resideOutsideOfPackages(LAMINDB)
            .and()
            .resideOutsideOfPackage("lamin.spring..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("org.hibernate..").and(DescribedPredicate.not(WHAT_ENTITIES_MAY_CARRY)));

    @ArchTest
    static final ArchRule ENTITIES_ARE_READ_WITHOUT_AN_INSTANCE = noClasses()
            .that()
            .resideInAnyPackage(ENTITIES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(LAMINDB);

    @ArchTest
    static final ArchRule THE_CONTRACT_OF_MODULES_NEEDS_NO_INSTANCE = noClasses()
            .that()
            .resideInAPackage(TESTING)
            .should()
            .dependOnClassesThat(resideInAnyPackage(LAMINDB).or(resideInAnyPackage(SCHEMA_MODULES)));

    @ArchTest
    static final ArchRule ONLY_TESTS_NEED_THE_CONTRACT_OF_MODULES = noClasses()
            .that()
            .resideOutsideOfPackage(TESTING)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(TESTING);

    @ArchTest
    static final ArchRule NOTHING_NAMES_SQLITE_BUT_ITSELF = onlyItselfDependsOn("lamin.schema.internal.sqlite..");

    @ArchTest
    static final ArchRule NOTHING_NAMES_POSTGRESQL_BUT_ITSELF = onlyItselfDependsOn("lamin.schema.internal.postgres..");

    /**
     * Apart from the root package: it has what module authors write with, which the others read. What is public of a
     * package and what is internal are one part, and so are the packages of a database.
     */
    @ArchTest
    static final ArchRule PACKAGES_OF_THE_ENGINE_HAVE_NO_CYCLES = slices().assignedFrom(new SliceAssignment() {
                private static final Pattern PART = Pattern.compile("lamin\\.schema\\.(?:internal\\.)?(\\w+).*");

                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                    var part = PART.matcher(type.getPackageName());
                    return part.matches() ? SliceIdentifier.of(part.group(1)) : SliceIdentifier.ignore();
                }

                @Override
                public String getDescription() {
                    return "packages of lamin.schema";
                }
            })
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule PACKAGES_OF_READING_ENTITIES_HAVE_NO_CYCLES = noCyclesAmong(ENTITIES);

    @ArchTest
    static final ArchRule PACKAGES_OF_LAMINDB_HAVE_NO_CYCLES = noCyclesAmong(LAMINDB);

    @ArchTest
    static final ArchRule PACKAGES_OF_GRAPHS_HAVE_NO_CYCLES = noCyclesAmong(GRAPH);

    @ArchTest
    static final ArchRule PACKAGES_OF_THE_COMMAND_LINE_HAVE_NO_CYCLES = noCyclesAmong(CLI);

    /** Databases and formats of tables are found as services, so that one more is one more package. */
    private static ArchRule onlyItselfDependsOn(String packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(packages);
    }

    /** Each package is a part of its own, and does not come back to itself by way of another. */
    private static ArchRule noCyclesAmong(String... packages) {
        var wanted = resideInAnyPackage(packages);
        return slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return wanted.test(type) ? SliceIdentifier.of(type.getPackageName()) : SliceIdentifier.ignore();
                    }

                    @Override
                    public String getDescription() {
                        return "packages " + String.join(", ", packages);
                    }
                })
                .should()
                .beFreeOfCycles();
    }
}
