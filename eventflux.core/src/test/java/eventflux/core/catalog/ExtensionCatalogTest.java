package eventflux.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eventflux.api.Registration;
import eventflux.api.error.Problem;
import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.Parameters;
import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.aggregate.AggregatorContext;
import eventflux.api.spi.aggregate.AggregatorFactory;
import eventflux.api.spi.window.Window;
import eventflux.api.spi.window.WindowContext;
import eventflux.api.spi.window.WindowFactory;
import eventflux.core.resolved.ExtensionRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExtensionCatalogTest {

    private final ExtensionCatalog catalog = new ExtensionCatalog();

    @Extension(kind = ExtensionKind.WINDOW, name = "length", description = "")
    static class LengthWindow implements WindowFactory {
        @Override
        public Window create(WindowContext context) {
            throw new UnsupportedOperationException();
        }
    }

    @Extension(kind = ExtensionKind.WINDOW, namespace = "unique", name = "Length", description = "")
    static final class UniqueWindow extends LengthWindow {}

    @Extension(
            kind = ExtensionKind.WINDOW,
            name = "newest",
            aliases = {"unique:ever", "latest"},
            description = "")
    static final class NamedWindow extends LengthWindow {}

    @Extension(kind = ExtensionKind.WINDOW, name = "LENGTH", description = "")
    static final class ShoutedWindow extends LengthWindow {}

    @Extension(kind = ExtensionKind.SINK, name = "length", description = "")
    static final class MisdescribedWindow extends LengthWindow {}

    @Extension(
            kind = ExtensionKind.WINDOW,
            name = "length",
            description = "",
            parameters =
                    @Parameter(
                            name = "length",
                            type = ParameterType.INT,
                            description = "",
                            optional = true,
                            defaultValue = "many"))
    static final class WrongDefaultWindow extends LengthWindow {}

    @Extension(kind = ExtensionKind.WINDOW, name = "length", description = "", shares = String.class)
    static final class WindowThatSharesNothing extends LengthWindow {}

    @Parameters(@Parameter(name = "offset", type = ParameterType.INT, description = ""))
    static final class Offset {}

    @Extension(
            kind = ExtensionKind.WINDOW,
            name = "shifted",
            description = "",
            parameters = @Parameter(name = "length", type = ParameterType.INT, description = ""),
            shares = Offset.class)
    static final class ShiftedWindow extends LengthWindow {}

    static final class UndescribedWindow extends LengthWindow {}

    @Extension(kind = ExtensionKind.AGGREGATOR, name = "sum", description = "")
    static final class SumWithoutSignatures implements AggregatorFactory {
        @Override
        public Aggregator create(AggregatorContext context) {
            throw new UnsupportedOperationException();
        }
    }

    private static Provider provider(String version, int rank) {
        return new Provider("vendor", version, rank);
    }

    private String versionOf(String window) {
        return catalog.snapshot()
                .find(ExtensionKind.WINDOW, window)
                .map(found -> found.provider().version())
                .orElse("none");
    }

    private static List<String> codes(ExtensionRegistration registration) {
        return registration.problems().stream()
                .map(problem -> problem.code().code())
                .toList();
    }

    @Test
    void findsWhatIsRegisteredUntilItIsTakenBack() {
        ExtensionRegistration registration = catalog.register(new LengthWindow(), provider("1.0.0", 0));

        assertThat(registration.problems()).isEmpty();
        assertThat(versionOf("length")).isEqualTo("1.0.0");

        registration.close();
        registration.close();

        assertThat(versionOf("length")).isEqualTo("none");
    }

    @Test
    void keepsKindsAndNamespacesApart() {
        catalog.register(new UniqueWindow(), provider("1.0.0", 0));

        assertThat(versionOf("length")).isEqualTo("none");
        assertThat(versionOf("unique:Length")).isEqualTo("1.0.0");
        assertThat(catalog.snapshot().find(ExtensionKind.SINK, "unique:Length")).isEmpty();
    }

    @Test
    void findsAnExtensionByItsOtherNamesAndListsItOnce() {
        ExtensionRegistration registration = catalog.register(new NamedWindow(), provider("1.0.0", 0));

        assertThat(List.of(versionOf("newest"), versionOf("unique:ever"), versionOf("latest")))
                .containsOnly("1.0.0");
        assertThat(catalog.snapshot().descriptors())
                .extracting(ExtensionDescriptor::name)
                .containsExactly("newest");

        registration.close();

        assertThat(versionOf("unique:ever")).isEqualTo("none");
    }

    @Test
    void looksUpExactlyFirstAndThenIgnoringCase() {
        catalog.register(new LengthWindow(), provider("lower", 0));
        catalog.register(new ShoutedWindow(), provider("upper", 0));

        assertThat(versionOf("length")).isEqualTo("lower");
        assertThat(versionOf("LENGTH")).isEqualTo("upper");
        assertThat(versionOf("Length")).isEqualTo("upper");
    }

    @Test
    void prefersRankThenVersionThenTheFirst() {
        catalog.register(new LengthWindow(), provider("1.2.0", 0));
        catalog.register(new LengthWindow(), provider("1.10.0", 0));
        catalog.register(new LengthWindow(), provider("1.9.0", 0));
        assertThat(versionOf("length")).isEqualTo("1.10.0");

        ExtensionRegistration ranked = catalog.register(new LengthWindow(), provider("0.1.0", 5));
        assertThat(versionOf("length")).isEqualTo("0.1.0");

        ranked.close();
        assertThat(versionOf("length")).isEqualTo("1.10.0");

        WindowFactory first = new LengthWindow();
        catalog.register(first, provider("2.0.0", 0));
        catalog.register(new LengthWindow(), provider("2.0.0", 0));
        assertThat(catalog.snapshot().find(ExtensionKind.WINDOW, "length"))
                .map(ProvidedExtension::service)
                .containsSame(first);
    }

    @Test
    void aSnapshotStaysAsItWas() {
        ExtensionRegistration registration = catalog.register(new LengthWindow(), provider("1.0.0", 0));
        CatalogSnapshot before = catalog.snapshot();

        registration.close();

        assertThat(before.find(new ExtensionRef(ExtensionKind.WINDOW, "length")))
                .isPresent();
        assertThat(catalog.snapshot().find(new ExtensionRef(ExtensionKind.WINDOW, "length")))
                .isEmpty();
    }

    @Test
    void listsThePreferredDescriptors() {
        catalog.register(new UniqueWindow(), provider("1.0.0", 0));
        catalog.register(new LengthWindow(), provider("1.0.0", 0));
        catalog.register(new LengthWindow(), provider("2.0.0", 0));

        assertThat(catalog.snapshot().descriptors())
                .extracting(ExtensionDescriptor::qualifiedName, ExtensionDescriptor::provider)
                .containsExactly(tuple("length", "vendor 2.0.0"), tuple("unique:Length", "vendor 1.0.0"));
    }

    @Test
    void tellsListenersOfArrivalsAndDeparturesAfterTheCatalogShowsThem() {
        List<String> told = new ArrayList<>();
        Registration listening = catalog.listen(new ExtensionListener() {
            @Override
            public void arrived(Set<ExtensionRef> come) {
                told.add("arrived " + come + ", now " + versionOf("length"));
            }

            @Override
            public void leaving(Set<ExtensionRef> gone) {
                told.add("leaving " + gone + ", now " + versionOf("length"));
            }
        });

        ExtensionRegistration registration = catalog.register(new LengthWindow(), provider("1.0.0", 0));
        catalog.register(new UndescribedWindow(), provider("1.0.0", 0));
        registration.close();
        listening.close();
        catalog.register(new LengthWindow(), provider("2.0.0", 0));

        assertThat(told).containsExactly("arrived [window length], now 1.0.0", "leaving [window length], now none");
    }

    /** A window of which the names are known before it is made. */
    private static final class Later implements Announcement {

        private final Set<ExtensionRef> refs;
        private final Optional<Object> service;
        private final List<String> refused = new ArrayList<>();
        private int asked;

        Later(Object service, String... names) {
            this.refs = Stream.of(names)
                    .map(name -> new ExtensionRef(ExtensionKind.WINDOW, name))
                    .collect(Collectors.toSet());
            this.service = Optional.ofNullable(service);
        }

        @Override
        public Set<ExtensionRef> refs() {
            return refs;
        }

        @Override
        public Optional<Object> service() {
            asked++;
            return service;
        }

        @Override
        public void refused(Problem problem) {
            refused.add(problem.code().code());
        }
    }

    @Test
    void asksForWhatIsAnnouncedWhenOneOfItsNamesIsLookedUpAndOnceOnly() {
        Later newest = new Later(new NamedWindow(), "newest", "unique:ever", "latest");
        catalog.announce(newest, provider("1.0.0", 0));
        catalog.register(new LengthWindow(), provider("1.0.0", 0));

        assertThat(versionOf("length")).isEqualTo("1.0.0");
        assertThat(catalog.snapshot().names(ExtensionKind.WINDOW)).contains("newest", "latest");
        assertThat(newest.asked).isZero();

        assertThat(List.of(versionOf("newest"), versionOf("latest"))).containsOnly("1.0.0");
        assertThat(catalog.snapshot().descriptors()).hasSize(2);
        assertThat(newest.asked).isOne();
    }

    @Test
    void takesTheNextBestWhereWhatIsAnnouncedCannotBeUsedOrHasGone() {
        Later broken = new Later(new WrongDefaultWindow(), "length");
        catalog.announce(broken, provider("3.0.0", 0));
        catalog.announce(new Later(null, "length"), provider("2.0.0", 0));
        catalog.register(new LengthWindow(), provider("1.0.0", 0));

        assertThat(List.of(versionOf("length"), versionOf("LENGTH"))).containsOnly("1.0.0");
        assertThat(catalog.snapshot().descriptors())
                .extracting(ExtensionDescriptor::provider)
                .containsExactly("vendor 1.0.0");
        assertThat(broken.refused).containsExactly("wrong-default");
    }

    @Test
    void takesSharedParametersBehindItsOwn() {
        catalog.register(new ShiftedWindow(), provider("1.0.0", 0));

        assertThat(catalog.snapshot().descriptors())
                .singleElement()
                .satisfies(shifted -> assertThat(shifted.parameters())
                        .extracting(parameter -> parameter.name())
                        .containsExactly("length", "offset"));
    }

    @Test
    void reportsWhatIsNoExtension() {
        Provider provider = provider("1.0.0", 0);

        assertThat(codes(catalog.register("text", provider))).containsExactly("not-an-extension");
        assertThat(codes(catalog.register(new UndescribedWindow(), provider))).containsExactly("not-described");
        assertThat(codes(catalog.register(new MisdescribedWindow(), provider))).containsExactly("wrong-kind");
        assertThat(codes(catalog.register(new WrongDefaultWindow(), provider))).containsExactly("wrong-default");
        assertThat(codes(catalog.register(new SumWithoutSignatures(), provider)))
                .containsExactly("no-signatures");
        assertThat(codes(catalog.register(new WindowThatSharesNothing(), provider)))
                .containsExactly("no-parameters");
        assertThat(catalog.snapshot().descriptors()).isEmpty();
    }

    @Test
    void namesTheProviderInItsProblems() {
        assertThat(catalog.register("text", provider("1.0.0", 0)).problems())
                .extracting(Problem::message)
                .containsExactly("java.lang.String of vendor 1.0.0 implements none of the extension interfaces");
    }

    @Test
    void losesNothingWhenManyThreadsRegisterAndTakeBack() throws Exception {
        int threads = 4;
        int rounds = 200;
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        List<Future<ExtensionRegistration>> last = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            last.add(executor.submit(() -> {
                start.await();
                for (int i = 0; i < rounds; i++) {
                    catalog.register(new LengthWindow(), provider("1.0.0", 0)).close();
                }
                return catalog.register(new LengthWindow(), provider("2.0.0", 0));
            }));
        }

        start.countDown();
        for (Future<ExtensionRegistration> registration : last) {
            assertThat(versionOf("length")).isNotNull();
            registration.get().close();
        }
        executor.shutdown();

        assertThat(versionOf("length")).isEqualTo("none");
    }
}
