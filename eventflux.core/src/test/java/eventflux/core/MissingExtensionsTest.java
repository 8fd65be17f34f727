package eventflux.core;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.EngineOptions;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.ExtensionName;
import eventflux.api.spi.ExtensionNeeds;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowFactory;
import eventflux.core.catalog.ExtensionCatalog;
import eventflux.core.catalog.Provider;
import eventflux.parser.EventFluxQueryParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MissingExtensionsTest {

    /** Lets every row pass. */
    @Extension(kind = ExtensionKind.WINDOW, namespace = "acme", name = "all", description = "Every row passes.")
    private static final class All implements WindowFactory {

        @Override
        public Window create(WindowContext context) {
            return (row, now, out) -> out.current(row);
        }
    }

    private static final String QUERY = EngineFixture.STREAM + "from S#window.acme:all() select n insert into Out;";

    private final List<String> asked = new ArrayList<>();
    private boolean known = true;
    private final ExtensionCatalog catalog = new ExtensionCatalog();
    private final Engine engine = new Engine(new EngineOptions(), catalog, new EventFluxQueryParser(), this::hint);

    private Optional<String> hint(ExtensionName extension, Map<String, String> versions) {
        asked.add(extension + " " + versions);
        boolean isOffered = extension.name().endsWith("all")
                || extension.kind().calledAlike().contains(ExtensionKind.AGGREGATOR);
        return known && isOffered
                ? Optional.of("bundle acme 1.0.0 [7] provides it and is not started")
                : Optional.empty();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private List<String> messages(String text) {
        return engine.validate(text).stream().map(problem -> problem.message()).toList();
    }

    @Test
    void saysWhichBundleWouldProvideIt() {
        assertThat(messages("@app:requires(bundle='acme', version='[1,2)') " + QUERY))
                .containsExactly("there is no window acme:all; bundle acme 1.0.0 [7] provides it and is not started");
        assertThat(asked).containsExactly("window acme:all {acme=[1,2)}");
    }

    @Test
    void takesWhatIsCalledLikeAFunctionForAnAggregatorToo() {
        assertThat(messages(EngineFixture.STREAM + "from S select acme:vat(n) as t insert into Out;"))
                .containsExactly("there is no function acme:vat; bundle acme 1.0.0 [7] provides it and is not started");
    }

    @Test
    void saysNothingMoreWhenNothingIsKnown() {
        assertThat(messages(EngineFixture.STREAM + "from S#window.acme:last() select n insert into Out;"))
                .containsExactly("there is no window acme:last");
    }

    @Test
    void saysWhichVersionIsNotAdmitted() {
        catalog.register(new All(), new Provider("acme", "2.0.0", 0));

        assertThat(messages("@app:requires(bundle='acme', version='[1,2)') " + QUERY))
                .containsExactly("there is no window acme:all; bundle acme 2.0.0 provides it, and @app:requires admits"
                        + " acme [1,2)");
        assertThat(asked).isEmpty();
    }

    @Test
    void saysWhichVersionOfAWindowIsNotAdmittedThatIsCalledLikeAStreamFunction() {
        catalog.register(new All(), new Provider("acme", "2.0.0", 0));
        String text = "@app:requires(bundle='acme', version='[1,2)') " + EngineFixture.STREAM
                + "from S#acme:all() select n insert into Out;";

        assertThat(messages(text))
                .first()
                .asString()
                .contains("bundle acme 2.0.0 provides it, and @app:requires admits acme [1,2)");
        assertThat(engine.needs(text).extensions())
                .extracting(ExtensionName::toString)
                .containsExactly("stream function acme:all");
    }

    @Test
    void saysOfAnApplicationThatWaitsWhatIsKnownNow() {
        EventFluxAppRuntime app = engine.deploy("app", QUERY);
        app.start();
        assertThat(app.problems().get(0).message()).endsWith("provides it and is not started");

        known = false;

        assertThat(app.problems().get(0).message()).isEqualTo("there is no window acme:all");
    }

    @Test
    void tellsWhatATextNeedsWhetherItIsThereOrNot() {
        ExtensionNeeds missing = engine.needs("@app:requires(bundle='acme', version='1.2') " + QUERY);
        catalog.register(new All(), new Provider("acme", "1.2.0", 0));

        assertThat(missing.extensions()).extracting(ExtensionName::toString).containsExactly("window acme:all");
        assertThat(missing.versions()).isEqualTo(Map.of("acme", "1.2"));
        assertThat(engine.needs(QUERY).extensions()).isEqualTo(missing.extensions());
        assertThat(engine.needs("define stream")).isEqualTo(ExtensionNeeds.NOTHING);
    }
}
