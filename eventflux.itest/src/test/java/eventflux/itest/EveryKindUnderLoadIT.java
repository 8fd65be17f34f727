package eventflux.itest;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.AppState;
import eventflux.api.EngineOptions;
import eventflux.api.EngineProvider;
import eventflux.api.Event;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.error.EventFluxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
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

/**
 * Bundles of scripts, distributions and stores of each kind are updated ten times while numbered events go through; the kinds that
 * {@link UpdatesUnderLoadIT} does not have.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class EveryKindUnderLoadIT {

    private static final int UPDATES = 10;
    private static final int EVENTS = 10_000;

    @Inject
    private BundleContext context;

    @Inject
    private EventFluxManager manager;

    private EventFluxManager own;

    @Configuration
    public Option[] node() {
        return Node.of(EveryKindUnderLoadIT.class);
    }

    @After
    public void close() {
        manager.appRuntimes().values().forEach(EventFluxAppRuntime::close);
        if (own != null) {
            own.close();
        }
    }

    @Test
    public void callsAScriptOnceForEachEvent() throws BundleException, InterruptedException {
        EventFluxAppRuntime app = started(manager, """
                @app:name('Scripted')
                define function same[javascript] return long { return data[0]; };
                define stream In (seq long, price double);
                from In select same(seq) as seq insert into Out;
                """);

        assertThat(disturbed(app, "Out", bundle("eventflux.ext.javascript")).received())
                .isEqualTo(EVENTS);
    }

    @Test
    public void sendsEachEventToOneDestination() throws BundleException, InterruptedException {
        // given
        EventFluxAppRuntime app = started(manager, """
                @app:name('Spread')
                define stream In (seq long, price double);
                @sink(type='inMemory', @map(type='json'),
                      @distribution(strategy='roundRobin', @destination(topic='one'), @destination(topic='two')))
                define stream Out (seq long);
                @source(type='inMemory', topic='one', @map(type='json')) define stream One (seq long);
                @source(type='inMemory', topic='two', @map(type='json')) define stream Two (seq long);
                from In select seq insert into Out;
                from One select seq insert into Back;
                from Two select seq insert into Back;
                """);
        Set<Long> seen = ConcurrentHashMap.newKeySet();
        Queue<Long> twice = new ConcurrentLinkedQueue<>();
        app.addCallback("Back", events -> {
            for (Event event : events) {
                long seq = (Long) event.data()[0];
                if (!seen.add(seq)) {
                    twice.add(seq);
                }
            }
        });

        // when
        disturbed(app, "Out", bundle("eventflux.ext.distribution"));
        Await.until("all came back", () -> seen.size() == EVENTS);

        // then
        assertThat(twice).isEmpty();
    }

    @Test
    public void putsEachEventIntoATableOnce() throws Exception {
        // given
        EventFluxAppRuntime app = started(manager, """
                @app:name('Stored')
                CREATE STREAM In (seq LONG, price DOUBLE);
                CREATE TABLE T (seq LONG) WITH (extension='jdbc', "jdbc.url"='jdbc:h2:%s', "jdbc.driver.path"='%s');
                INSERT INTO T SELECT seq FROM In;
                INSERT INTO Out SELECT seq FROM In;
                """.formatted(file("table"), Node.place("h2")));

        // when
        disturbed(app, "Out", bundle("eventflux.ext.jdbc"));

        // then
        List<Long> stored = app.query("from T select seq order by seq").events().stream()
                .map(event -> (Long) event.data()[0])
                .toList();
        assertThat(stored).isEqualTo(LongStream.range(0, EVENTS).boxed().toList());
    }

    @Test
    public void storesEachEventThatFailedOnce() throws BundleException, InterruptedException {
        // given
        own = engine(
                Map.of("errors.type", "sqlite", "errors.path", file("errors").toString()));
        EventFluxAppRuntime app = started(own, """
                @app:name('Failing')
                define function refuse[javascript] return long { throw 'not wanted'; };
                @OnError(action='STORE')
                define stream Rare (seq long);
                define stream In (seq long, price double);
                from In[seq % 50 == 0] select seq insert into Rare;
                from Rare select refuse(seq) as seq insert into Nothing;
                from In select seq insert into Out;
                """);

        // when
        disturbed(app, "Out", bundle("eventflux.ext.sqlite"));

        // then
        List<String> stored = app.storedErrors().list(0, EVENTS).stream()
                .map(error -> error.shown())
                .toList();
        assertThat(stored).hasSize(EVENTS / 50).doesNotHaveDuplicates();
    }

    @Test
    public void keepsEveryRevisionThatWasSaved() throws BundleException, InterruptedException {
        // given
        own = engine(Map.of(
                "persistence.type",
                "sqlite",
                "persistence.path",
                file("states").toString(),
                "persistence.interval",
                "0"));
        EventFluxAppRuntime app = started(own, """
                @app:name('Kept')
                define stream In (seq long, price double);
                from In select seq, count() as n insert into Out;
                """);
        List<Long> saved = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        // With the one at the end as many as are kept.
        CountDownLatch hasSaved = new CountDownLatch(2);
        AtomicBoolean ending = new AtomicBoolean();
        Thread saver = new Thread(() -> {
            while (!ending.get()) {
                try {
                    saved.add(app.persist());
                    hasSaved.countDown();
                } catch (EventFluxException e) {
                    refused.add(e.problems().get(0).code().code());
                }
            }
        });
        saver.start();
        hasSaved.await();

        // when
        disturbed(app, "Out", bundle("eventflux.ext.sqlite"));
        ending.set(true);
        saver.join();
        long last = app.persist();
        List<Long> counts = new ArrayList<>();
        app.addCallback("Out", events -> counts.add((Long) events[0].data()[1]));
        app.restoreRevision(last);
        app.inputHandler("In").send(0L, 1.0);

        // then
        assertThat(saved).isNotEmpty();
        assertThat(refused.stream().collect(Collectors.toSet()))
                .isSubsetOf("persistence-missing", "revisions-failed", "persistence-failed");
        assertThat(app.revisions()).endsWith(last).hasSize(3);
        assertThat(counts).containsExactly(EVENTS + 1L);
    }

    /** Events at full speed while a bundle is updated ten times; checked in order in a stream. */
    private NumberedEvents disturbed(EventFluxAppRuntime app, String checked, Bundle bundle)
            throws BundleException, InterruptedException {
        NumberedEvents events = new NumberedEvents(app, checked, EVENTS);
        events.start();
        for (int update = 1; update <= UPDATES; update++) {
            long goal = (long) update * EVENTS / (UPDATES + 1);
            Await.until("more events came out", () -> events.received() >= goal || events.hasFailed());
            bundle.update();
            assertThat(app.state()).as(bundle.getSymbolicName()).isEqualTo(AppState.RUNNING);
        }
        events.finish();
        assertThat(events.received()).isEqualTo(EVENTS);
        System.out.println(UPDATES + " updates of " + bundle.getSymbolicName() + " under " + EVENTS
                + " events, longest pause of the sender " + events.longestMillis() + " ms");
        return events;
    }

    private EventFluxManager engine(Map<String, String> settings) {
        EngineProvider provider = context.getService(context.getServiceReference(EngineProvider.class));
        return provider.create(new EngineOptions().withSettings(settings));
    }

    private static Path file(String name) {
        return Node.place("work").resolve(name + "-" + UUID.randomUUID()).toAbsolutePath();
    }

    private static EventFluxAppRuntime started(EventFluxManager engine, String text) {
        EventFluxAppRuntime app = engine.createEventFluxAppRuntime(text);
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
