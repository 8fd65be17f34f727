package eventflux.itest;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.AppState;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import java.util.Arrays;
import java.util.List;
import javax.inject.Inject;
import org.junit.After;
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

/** Bundles are updated again and again while a million events go through what they provide. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class UpdatesUnderLoadIT {

    private static final long EVENTS = Long.getLong("eventflux.itest.events", 1_000_000);
    private static final int UPDATES = Integer.getInteger("eventflux.itest.updates", 100);
    private static final int UPDATES_OF_EACH = 10;

    // The time is that of the events, so that two runs end with equal states.
    private static final String CUSTOM = """
            @app:name('%s')
            @app:playback
            define stream In (seq long, price double);
            @info(name = 'all') from In select seq, count() as n insert into All;
            @info(name = 'sampled')
            from In#window.acme:every(7) select seq, sum(seq) as total, count() as n insert into Sampled;
            """;

    private static final String BUILT_IN = """
            @app:name('BuiltIn')
            define stream In (seq long, price double);
            @sink(type='inMemory', topic='numbers', @map(type='json'))
            define stream Out (seq long, word string, half double, n long);
            @source(type='inMemory', topic='numbers', @map(type='json'))
            define stream Back (seq long, word string, half double, n long);
            from In#log('seq', false)#window.length(50)
            select seq, str:upper('word') as word, price / 2 as half, count() as n insert into Out;
            from Back select seq insert into Checked;
            """;

    @Inject
    private BundleContext context;

    @Inject
    private EventFluxManager manager;

    private VendorBundle vendor;

    @Configuration
    public Option[] node() {
        return Node.of(UpdatesUnderLoadIT.class);
    }

    @After
    public void remove() throws BundleException, InterruptedException {
        manager.appRuntimes().values().forEach(EventFluxAppRuntime::close);
        if (vendor != null) {
            vendor.remove();
        }
    }

    @Test
    public void processesEachEventOnceWhileACustomWindowIsReplaced() throws BundleException, InterruptedException {
        // given
        vendor = VendorBundle.install(context, VendorJar.FIRST);
        vendor.start();
        EventFluxAppRuntime app = started("Disturbed");
        NumberedEvents events = new NumberedEvents(app, "All", EVENTS);
        events.start();

        // when
        for (int update = 1; update <= UPDATES; update++) {
            long goal = update * EVENTS / (UPDATES + 1);
            Await.until("more events came out", () -> events.received() >= goal || events.hasFailed());
            vendor.replace(update % 2 == 0 ? VendorJar.FIRST : VendorJar.SECOND);
            vendor.start();
        }
        events.finish();
        byte[] disturbed = app.snapshot();

        // then
        assertThat(events.received()).isEqualTo(EVENTS);
        assertThat(app.statistics().streams()).containsEntry("Sampled", EVENTS / 7);
        System.out.println("updates of a window: " + UPDATES + " under " + EVENTS
                + " events, longest pause of the sender " + events.longestMillis() + " ms");

        // when: the same without a disturbance
        app.close();
        EventFluxAppRuntime quiet = started("Quiet");
        NumberedEvents same = new NumberedEvents(quiet, "All", EVENTS);
        same.start();
        same.finish();

        // then
        assertThat(Arrays.equals(disturbed, quiet.snapshot()))
                .as("equal states")
                .isTrue();
        quiet.close();
        vendor.remove();
        vendor.requireCollected();
    }

    @Test
    public void losesNothingWhileACustomWindowIsRefreshed() throws BundleException, InterruptedException {
        // given
        vendor = VendorBundle.install(context, VendorJar.FIRST);
        vendor.start();
        EventFluxAppRuntime app = started("Refreshed");
        long count = 100_000;
        NumberedEvents events = new NumberedEvents(app, "All", count);
        events.start();

        // when
        for (int refresh = 1; refresh <= UPDATES_OF_EACH; refresh++) {
            long goal = refresh * count / (UPDATES_OF_EACH + 1);
            Await.until("more events came out", () -> events.received() >= goal || events.hasFailed());
            vendor.refresh();
        }
        events.finish();

        // then
        assertThat(events.received()).isEqualTo(count);
        assertThat(app.statistics().streams()).containsEntry("Sampled", count / 7);
        System.out.println("refreshes of a window: " + UPDATES_OF_EACH + " under " + count
                + " events, longest pause of the sender " + events.longestMillis() + " ms");
    }

    @Test
    public void losesNothingWhileEachBundleOfTheNodeIsReplaced() throws BundleException, InterruptedException {
        for (String name : List.of("windows", "functions", "json", "inmemory", "log")) {
            // given
            Bundle bundle = bundle("eventflux.ext." + name);
            EventFluxAppRuntime app = manager.createEventFluxAppRuntime(BUILT_IN);
            app.start();
            long count = 20_000;
            // What a broker in memory holds goes with its bundle; all else has to come back.
            String checked = name.equals("inmemory") ? "Out" : "Checked";
            NumberedEvents events = new NumberedEvents(app, checked, count);
            events.start();

            // when
            for (int update = 1; update <= UPDATES_OF_EACH; update++) {
                long goal = update * count / (UPDATES_OF_EACH + 1);
                Await.until("more events came out", () -> events.received() >= goal || events.hasFailed());
                bundle.update();
                assertThat(app.state()).as(name).isEqualTo(AppState.RUNNING);
            }
            events.finish();
            Await.until("all came back", () -> events.received() == count || events.hasFailed());

            // then
            assertThat(events.received()).as(name).isEqualTo(count);
            app.close();
        }
    }

    private EventFluxAppRuntime started(String name) {
        EventFluxAppRuntime app = manager.createEventFluxAppRuntime(String.format(CUSTOM, name));
        app.start();
        return app;
    }

    private Bundle bundle(String symbolicName) {
        return Arrays.stream(context.getBundles())
                .filter(one -> symbolicName.equals(one.getSymbolicName()))
                .findFirst()
                .orElseThrow();
    }
}
