package eventflux.itest;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.EngineProvider;
import eventflux.api.EventFluxManager;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionKind;
import eventflux.testkit.scenario.Mode;
import eventflux.testkit.scenario.Scenario;
import eventflux.testkit.scenario.ScenarioFile;
import eventflux.testkit.scenario.ScenarioRunner;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** The bundles of a node start and make an engine that does what the scenarios say. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class NodeIT {

    @Inject
    private BundleContext context;

    @Inject
    private EventFluxManager manager;

    @Inject
    private EngineProvider engines;

    @Configuration
    public Option[] node() {
        return Node.of(NodeIT.class);
    }

    @Test
    public void startsAllItsBundles() {
        // when
        List<String> idle = Stream.of(context.getBundles())
                .filter(bundle -> bundle.getHeaders("").get("Fragment-Host") == null)
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                .map(Bundle::getSymbolicName)
                .toList();

        // then
        assertThat(idle).isEmpty();
    }

    @Test
    public void knowsTheExtensionsOfItsBundles() {
        // when
        List<ExtensionDescriptor> extensions = manager.extensions();

        // then
        assertThat(extensions.stream().map(ExtensionDescriptor::kind).collect(Collectors.toSet()))
                .containsAll(EnumSet.of(
                        ExtensionKind.WINDOW,
                        ExtensionKind.FUNCTION,
                        ExtensionKind.AGGREGATOR,
                        ExtensionKind.STREAM_FUNCTION,
                        ExtensionKind.SOURCE,
                        ExtensionKind.SINK,
                        ExtensionKind.SOURCE_MAPPER,
                        ExtensionKind.SINK_MAPPER));
        assertThat(extensions.stream().map(ExtensionDescriptor::qualifiedName))
                .contains("length", "time", "sum", "json", "csv", "file", "log", "maximum");
    }

    @Test
    public void givesTheOutputThatTheScenariosPromise() {
        // given
        ScenarioRunner runner = new ScenarioRunner(engines::create);
        List<Scenario> scenarios = ScenarioFile.readAll(Node.place("scenarios"));
        List<AssertionError> differences = new ArrayList<>();

        // when
        for (Scenario scenario : scenarios) {
            for (String dialect : scenario.texts().keySet()) {
                for (Mode mode : Mode.values()) {
                    run(runner, scenario, dialect, mode, differences);
                }
            }
        }

        // then
        assertThat(scenarios).isNotEmpty();
        assertThat(differences).isEmpty();
    }

    private static void run(
            ScenarioRunner runner, Scenario scenario, String dialect, Mode mode, List<AssertionError> differences) {
        try {
            runner.run(scenario, dialect, mode);
        } catch (AssertionError difference) {
            differences.add(difference);
        }
    }
}
