package eventflux.itest;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.Baseline.Info;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import aQute.bnd.service.diff.Delta;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The packages of the API have the versions that their changes ask for since an earlier one: what is added raises the minor version, which
 * bundles that were built before accept, and nothing that they may use has gone.
 */
class ApiBaselineTest {

    private static final String EARLIER = "api-of-an-earlier-version.jar";

    @Test
    void packagesHaveTheVersionsThatTheirChangesAskFor() throws Exception {
        // given
        try (Jar now = new Jar(api().toFile());
                InputStream bytes = ApiBaselineTest.class.getResourceAsStream(EARLIER);
                Jar before = new Jar(EARLIER, bytes);
                Processor reporter = new Processor()) {
            // when
            Set<Info> packages = new Baseline(reporter, new DiffPluginImpl()).baseline(now, before, null);

            // then
            assertThat(packages).extracting(info -> info.packageName).contains("eventflux.api.spi.window");
            assertThat(packages)
                    .as("what bundles that were built before may use has gone, or is asked of them")
                    .filteredOn(info -> info.packageDiff.getDelta().compareTo(Delta.MAJOR) >= 0)
                    .extracting(ApiBaselineTest::changes)
                    .isEmpty();
            // What bnd says itself about a version below 1 is always that it will do.
            assertThat(packages)
                    .as("the version is to be raised")
                    .filteredOn(info -> info.newerVersion.compareTo(info.suggestedVersion) < 0)
                    .extracting(ApiBaselineTest::changes)
                    .isEmpty();
        }
    }

    private static String changes(Info info) {
        return info.packageName + " " + info.newerVersion + " (bnd suggests " + info.suggestedVersion + "): "
                + info.packageDiff;
    }

    private static Path api() throws Exception {
        try (Stream<Path> jars = Files.list(Path.of("../eventflux.api/target"))) {
            List<Path> found = jars.filter(
                            jar -> jar.getFileName().toString().matches("eventflux\\.api-[0-9.]+(-SNAPSHOT)?\\.jar"))
                    .toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }
}
