package eventflux.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Holds the table "allowed edges" of {@code docs/ARCHITECTURE.md} over the classes of all bundles. The table itself is read, so
 * the document cannot say anything else than the test.
 *
 * <p><b>What should I do if it fails?</b> Each line says which package reaches for which. Ask first whether the line of code
 * lives where "Where does this line live?" in the same document puts it: mostly it belongs on the other side of the edge, or the
 * value that it needs should be handed to it. If the edge is right, add it to the row and say why in the commit. A package
 * without a row needs one; a library that is new to a bundle is named in the bundle's row.
 */
class LayeringTest {

    private static final Path ROOT = Path.of("..");

    /** Modules that measure and test, and look wherever they must. */
    private static final Set<String> UNBOUND = Set.of("eventflux.bench", "eventflux.itest");

    private static EdgeTable table;
    private static Set<String> modules;
    private static JavaClasses classes;

    @BeforeAll
    static void read() throws IOException {
        table = EdgeTable.read(ROOT.resolve("docs/ARCHITECTURE.md"));
        try (Stream<Path> folders = Files.list(ROOT)) {
            modules = folders.filter(folder -> Files.isDirectory(folder.resolve("src/main/java")))
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !UNBOUND.contains(name))
                    .collect(Collectors.toSet());
        }
        // libraries that a bundle carries along keep their own order
        classes = new ClassFileImporter()
                .importPaths(modules.stream()
                        .map(module -> ROOT.resolve(module).resolve("target/classes/eventflux"))
                        .toList());
    }

    @Test
    void looksAtTheClassesOfAllModules() {
        // when
        Set<String> seen = classes.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());

        // then
        assertThat(modules).isNotEmpty();
        assertThat(seen).containsAll(modules);
    }

    @Test
    void everyPackageHasARow() {
        // when
        Set<String> without = classes.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> table.row(name).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));

        // then
        assertThat(without).isEmpty();
    }

    @Test
    void noPackageReachesBeyondItsRow() {
        // when
        Set<String> forbidden = new TreeSet<>();
        for (JavaClass one : classes) {
            Optional<EdgeTable.Row> row = table.row(one.getPackageName());
            for (Dependency edge : one.getDirectDependenciesFromSelf()) {
                String target = edge.getTargetClass().getBaseComponentType().getPackageName();
                if (row.isPresent() && !row.get().allows(one.getPackageName(), target)) {
                    forbidden.add(one.getPackageName() + " -> " + target);
                }
            }
        }

        // then
        assertThat(forbidden).as("edges that the table does not allow").isEmpty();
    }
}
