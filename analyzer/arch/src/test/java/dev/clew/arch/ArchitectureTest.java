package dev.clew.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// The rules of the house. A module uses only what stands above it in this list.
class ArchitectureTest {

    private static final List<String> MODULES =
            List.of(
                    "model",
                    "match",
                    "bundle",
                    "packs",
                    "library",
                    "graph",
                    "errors",
                    "diagnose",
                    "author",
                    "report",
                    "redact",
                    "cluster",
                    "serve",
                    "cli",
                    "fleet");

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.clew");

    @Test
    void thereIsSomethingToCheck() {
        assertThat(CLASSES.size()).isGreaterThan(150);
        Set<String> modules =
                CLASSES.stream().map(ArchitectureTest::module).collect(Collectors.toSet());
        assertThat(modules).containsExactlyInAnyOrderElementsOf(MODULES);
    }

    private static String module(JavaClass type) {
        return type.getPackageName().replaceFirst("^dev\\.clew\\.", "").replaceFirst("\\..*", "");
    }

    @Test
    void aModuleUsesOnlyWhatStandsAboveIt() {
        for (int i = 0; i < MODULES.size(); i++) {
            String[] below =
                    MODULES.subList(i + 1, MODULES.size()).stream()
                            .map(name -> "dev.clew." + name + "..")
                            .toArray(String[]::new);
            if (below.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage("dev.clew." + MODULES.get(i) + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(below)
                        .check(CLASSES);
            }
        }
    }

    @Test
    void theModelUsesNoLibrary() {
        classes()
                .that()
                .resideInAPackage("dev.clew.model..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "dev.clew.model..", "org.jspecify.annotations..")
                .check(CLASSES);
    }

    @Test
    void librariesStayBehindTheirSeams() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.clew.match.regex..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.re2j..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.clew.match.index..", "dev.clew.library..", "dev.clew.fleet..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.lucene..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.clew.bundle.archive..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.commons.compress..", "com.github.luben..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.clew.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.clew.cluster..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.fabric8..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.clew.fleet..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..")
                .check(CLASSES);
    }

    @Test
    void fleetUsesNothingOfTheCommands() {
        noClasses()
                .that()
                .resideInAPackage("dev.clew.fleet..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.clew.cli..", "dev.clew.serve..", "dev.clew.cluster..")
                .check(CLASSES);
    }

    @Test
    void packagesAreFreeOfCircles() {
        slices().matching("dev.clew.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        Set<String> packages =
                CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        Set<String> marked =
                CLASSES.stream()
                        .filter(type ->
                                type.getSimpleName().equals("package-info")
                                        && type.isAnnotatedWith(NullMarked.class))
                        .map(JavaClass::getPackageName)
                        .collect(Collectors.toSet());
        assertThat(marked).containsAll(packages);
    }
}
