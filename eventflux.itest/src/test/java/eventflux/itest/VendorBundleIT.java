package eventflux.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventflux.api.AppState;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.Registration;
import eventflux.api.deploy.KnownBundle;
import eventflux.api.deploy.KnownBundles;
import eventflux.api.error.EventFluxException;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.ExtensionName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWiring;

/** A vendor's bundle comes, is replaced and goes under running applications. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class VendorBundleIT {

    private static final int UPDATES = 10;
    private static final long EVENTS_BETWEEN_UPDATES = 5_000;

    @Inject
    private BundleContext context;

    @Inject
    private EventFluxManager manager;

    private VendorBundle vendor;

    @Configuration
    public Option[] node() {
        return Node.of(VendorBundleIT.class);
    }

    @Before
    public void install() throws BundleException {
        vendor = VendorBundle.install(context, VendorJar.FIRST);
    }

    @After
    public void remove() throws BundleException, InterruptedException {
        manager.appRuntimes().values().forEach(EventFluxAppRuntime::close);
        vendor.remove();
    }

    @Test
    public void letsAnApplicationWaitUntilItsBundleStarts() throws BundleException {
        // given
        EventFluxAppRuntime app = deployed("Traffic", Traffic.TEXT);
        AppState before = app.state();
        List<String> waitingFor = app.waitingFor();

        // when
        vendor.start();

        // then
        assertThat(before).isEqualTo(AppState.WAITING);
        assertThat(waitingFor).containsExactlyInAnyOrder("function acme:vat", "window acme:every");
        assertThat(app.state()).isEqualTo(AppState.RUNNING);
        assertThat(app.waitingFor()).isEmpty();
    }

    @Test
    public void runsABundleThatWasBuiltForAnOlderApi() throws BundleException, InterruptedException {
        // given: the vendor's example as it was built when its packages of the API had an earlier minor version
        vendor.remove();
        Bundle older = context.installBundle("older", getClass().getResourceAsStream("vendor-of-an-older-api.jar"));
        EventFluxAppRuntime app = deployed("Traffic", Traffic.TEXT);

        // when
        older.start();

        // then
        assertThat(older.getHeaders().get("Import-Package")).contains("eventflux.api.spi.window;version=\"[0.1,1)\"");
        assertThat(given(older, "eventflux.api.spi.window")).isGreaterThan(Version.valueOf("0.1.0"));
        assertThat(app.state()).isEqualTo(AppState.RUNNING);
        Traffic traffic = new Traffic(app);
        traffic.start();
        Await.until("samples came out", () -> traffic.samples() > 10);
        long sent = traffic.finish();
        assertThat(traffic.received()).isEqualTo(sent);
        app.close();
        older.uninstall();
    }

    // The version of a package that a bundle was given.
    private static Version given(Bundle bundle, String name) {
        return bundle.adapt(BundleWiring.class).getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE).stream()
                .map(wire -> wire.getCapability().getAttributes())
                .filter(attributes -> name.equals(attributes.get(PackageNamespace.PACKAGE_NAMESPACE)))
                .map(attributes -> (Version) attributes.get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE))
                .findFirst()
                .orElseThrow();
    }

    @Test
    public void saysWhichInstalledBundleAnApplicationWaitsFor() {
        // given
        EventFluxAppRuntime app = deployed("Traffic", Traffic.TEXT);
        ServiceReference<KnownBundles> reference = context.getServiceReference(KnownBundles.class);
        KnownBundles known = context.getService(reference);
        ExtensionName every = new ExtensionName(ExtensionKind.WINDOW, "acme:every");

        // when
        List<String> problems = manager.validate(Traffic.TEXT).stream()
                .map(problem -> problem.message())
                .toList();
        List<KnownBundle> bundles = known.providing(every, Map.of());
        known.start(bundles.get(0));

        // then
        assertThat(problems)
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem)
                        .matches(
                                "there is no .*; bundle eventflux.examples.vendor 1.0.0 \\[\\d+] provides it and is not"
                                        + " started"));
        assertThat(known.providing(every, Map.of())).isEmpty();
        assertThat(app.state()).isEqualTo(AppState.RUNNING);
    }

    @Test
    public void takesAJarThatAProgramSetsAsABundle() throws Exception {
        // given
        vendor.remove();
        EventFluxAppRuntime app = deployed("Traffic", Traffic.TEXT);
        AppState before = app.state();

        // when
        Registration set = manager.setExtension("vendor", Node.place("vendor"));
        AppState during = app.state();
        String provider = context.getBundle("extension:vendor").getSymbolicName();
        manager.setExtension("vendor", Node.place("vendor"));
        AppState replaced = app.state();
        set.close();

        // then
        assertThat(before).isEqualTo(AppState.WAITING);
        assertThat(during).isEqualTo(AppState.RUNNING);
        assertThat(provider).isEqualTo("eventflux.examples.vendor");
        assertThat(replaced).isEqualTo(AppState.RUNNING);
        assertThat(app.state()).isEqualTo(AppState.WAITING);
        assertThat(context.getBundle("extension:vendor")).isNull();
    }

    @Test
    public void holdsSendersUpWhileTheBundleIsStopped() throws BundleException, InterruptedException {
        // given
        vendor.start();
        EventFluxAppRuntime app = deployed("Traffic", Traffic.TEXT);
        try (Traffic traffic = new Traffic(app)) {
            traffic.start();
            Await.until("events flow", () -> traffic.received() > 0);

            // when
            vendor.stop();
            Await.until("the sender waits", traffic::isHeldUp);
            long received = traffic.received();

            // then
            assertThat(app.state()).isEqualTo(AppState.WAITING);
            assertThat(app.streams()).containsKeys("In", "Taxed", "Sampled");
            assertThat(app.inputHandler("In").schema().size()).isEqualTo(2);

            // when
            vendor.start();
            Await.until("events flow again", () -> traffic.received() > received);

            // then
            assertThat(traffic.finish()).isEqualTo(traffic.received());
        }
    }

    @Test
    public void losesNothingWhileTheBundleIsUpdatedAgainAndAgain() throws BundleException, InterruptedException {
        // given
        vendor.start();
        EventFluxAppRuntime app = deployed("Traffic", Traffic.TEXT);
        List<Double> rates = new ArrayList<>(List.of(VendorJar.FIRST.rate()));
        try (Traffic traffic = new Traffic(app)) {
            traffic.start();

            // when
            for (int i = 0; i < UPDATES; i++) {
                awaitEvents(traffic);
                VendorJar next = i % 2 == 0 ? VendorJar.SECOND : VendorJar.FIRST;
                vendor.replace(next);
                assertThat(app.state()).isEqualTo(AppState.WAITING);
                vendor.start();
                assertThat(app.state()).isEqualTo(AppState.RUNNING);
                rates.add(next.rate());
            }
            awaitEvents(traffic);
            long sent = traffic.finish();

            // then
            assertThat(sent).isGreaterThanOrEqualTo(EVENTS_BETWEEN_UPDATES * (UPDATES + 1));
            assertThat(traffic.received()).isEqualTo(sent);
            assertThat(traffic.samples()).isEqualTo(sent / 7);
            assertThat(traffic.rates()).isEqualTo(rates);
        }
        app.close();
        vendor.remove();
        vendor.requireCollected();
    }

    @Test
    public void goesOnWithTheOtherVersionWhenOneOfTwoLeaves() throws BundleException, InterruptedException {
        // given
        VendorBundle newer = VendorBundle.install(context, VendorJar.SECOND);
        vendor.start();
        newer.start();
        EventFluxAppRuntime app = deployed("Traffic", Traffic.TEXT);
        EventFluxAppRuntime unstarted =
                manager.createEventFluxAppRuntime(Traffic.TEXT.replace("'Traffic'", "'Unstarted'"));
        List<Double> taxes = new ArrayList<>();
        app.addCallback("Taxed", events -> taxes.add((Double) events[0].data()[1]));
        unstarted.addCallback("Taxed", events -> taxes.add((Double) events[0].data()[1]));

        // when
        app.inputHandler("In").send(1L, 100.0);
        newer.remove();
        app.inputHandler("In").send(2L, 100.0);
        unstarted.start();
        unstarted.inputHandler("In").send(3L, 100.0);

        // then
        assertThat(taxes).containsExactly(50.0, 25.0, 25.0);
        newer.requireCollected();
    }

    @Test
    public void goesOnWithANewerVersionWhereTheRangeAdmitsIt() throws BundleException, InterruptedException {
        // given
        vendor.start();
        EventFluxAppRuntime any = deployed("Traffic", Traffic.TEXT);
        EventFluxAppRuntime bound = deployed(
                "Bound",
                "@app:requires(bundle='eventflux.examples.vendor', version='[1.0,1.1)')\n"
                        + Traffic.TEXT.replace("'Traffic'", "'Bound'"));
        List<Double> taxes = new ArrayList<>();
        any.addCallback("Taxed", events -> taxes.add((Double) events[0].data()[1]));
        List<Double> bounded = new ArrayList<>();
        bound.addCallback("Taxed", events -> bounded.add((Double) events[0].data()[1]));
        VendorBundle newer = VendorBundle.install(context, VendorJar.SECOND);

        // when: the newer one comes, is updated to one that the range admits, and goes
        sendTo(any, bound);
        newer.start();
        sendTo(any, bound);
        newer.replace(VendorJar.PATCH);
        newer.start();
        sendTo(any, bound);
        newer.remove();
        sendTo(any, bound);

        // then
        assertThat(taxes).containsExactly(25.0, 50.0, 30.0, 25.0);
        assertThat(bounded).containsExactly(25.0, 25.0, 30.0, 25.0);
        newer.requireCollected();
    }

    private static void sendTo(EventFluxAppRuntime... apps) {
        for (EventFluxAppRuntime app : apps) {
            app.inputHandler("In").send(1L, 100.0);
        }
    }

    @Test
    public void refusesToStartWhatIsClosed() throws BundleException {
        // given
        vendor.start();
        EventFluxAppRuntime app = deployed("Traffic", Traffic.TEXT);

        // when
        app.close();

        // then
        assertThatThrownBy(app::start)
                .isInstanceOfSatisfying(
                        EventFluxException.class,
                        refused -> assertThat(refused.problems().get(0).code().code())
                                .isEqualTo("closed"));
    }

    @Test
    public void leavesApplicationsAloneThatDoNotUseTheBundle() throws BundleException, InterruptedException {
        // given
        EventFluxAppRuntime bystander = deployed(
                "Bystander",
                "define stream In (v int);\nfrom In#window.length(1000000) select count() as n insert into Out;\n");
        List<Long> counts = new ArrayList<>();
        bystander.addCallback(
                "Out", events -> counts.add((Long) events[events.length - 1].data()[0]));
        AtomicBoolean watching = new AtomicBoolean(true);
        AtomicBoolean disturbed = new AtomicBoolean();
        Thread watcher = new Thread(() -> {
            while (watching.get()) {
                disturbed.compareAndSet(false, bystander.state() != AppState.RUNNING);
            }
        });
        watcher.setDaemon(true);
        watcher.start();

        // when
        vendor.start();
        EventFluxAppRuntime app = deployed("Traffic", Traffic.TEXT);
        bystander.inputHandler("In").send(1);
        vendor.replace(VendorJar.SECOND);
        bystander.inputHandler("In").send(2);
        vendor.start();
        bystander.inputHandler("In").send(3);
        watching.set(false);
        watcher.join();

        // then
        assertThat(app.state()).isEqualTo(AppState.RUNNING);
        assertThat(disturbed).isFalse();
        assertThat(counts).containsExactly(1L, 2L, 3L);
    }

    @Test
    public void leavesNoClassLoaderBehindWhenTheApplicationIsGone() throws BundleException, InterruptedException {
        // given
        deployed("Bystander", "define stream In (v int);\nfrom In select v insert into Out;\n");
        vendor.start();
        EventFluxAppRuntime app = deployed("Traffic", Traffic.TEXT);
        app.addCallback("Sampled", events -> {});
        app.inputHandler("In").send(1L, 2.0);

        // when
        app.close();
        vendor.remove();

        // then
        vendor.requireCollected();
    }

    @Test
    public void leavesNoClassLoaderBehindWhileTheApplicationWaits() throws BundleException, InterruptedException {
        // given
        vendor.start();
        EventFluxAppRuntime app = deployed("Traffic", Traffic.TEXT);
        app.addCallback("Sampled", events -> {});
        app.addCallback("taxed", (timestamp, current, expired) -> {});
        app.inputHandler("In").send(1L, 2.0);

        // when
        vendor.remove();

        // then
        assertThat(app.state()).isEqualTo(AppState.WAITING);
        vendor.requireCollected();
    }

    private EventFluxAppRuntime deployed(String name, String text) {
        EventFluxAppRuntime app = manager.deploy(name, text);
        app.start();
        return app;
    }

    private static void awaitEvents(Traffic traffic) {
        long goal = traffic.received() + EVENTS_BETWEEN_UPDATES;
        Await.until("more events came out", () -> traffic.received() >= goal);
    }
}
