package eventflux.itest;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.AppState;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.InputHandler;
import eventflux.api.deploy.Deployment;
import eventflux.api.deploy.Deployments;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
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

/** The text of an application is replaced while somebody sends to it as fast as possible. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class TextUpdateIT {

    private static final int UPDATES = 20;
    private static final long EVENTS_BETWEEN_UPDATES = 2_000;
    private static final String COUNTING = "@app:name('Counting')\ndefine stream In (seq long, key string);\n"
            + "@info(name = 'counted') from In select seq, count() as n insert into Out;\n";
    private static final String MORE =
            COUNTING + "@info(name = 'grouped') from In select key, count() as n group by key insert into Groups;\n";
    private static final String BROKEN = COUNTING + "from In select sec insert into Others;\n";

    @Inject
    private BundleContext context;

    @Inject
    private EventFluxManager manager;

    @Inject
    private Deployments deployments;

    private final DeployFolder folder = new DeployFolder(Node.deployFolder(TextUpdateIT.class));

    @Configuration
    public Option[] node() {
        return Node.of(TextUpdateIT.class);
    }

    @After
    public void clear() throws IOException {
        folder.clear();
        Await.until("nothing is deployed", () -> deployments.deployments().isEmpty());
    }

    @Test
    public void keepsStateAndEventsOverChangedFilesAndUpdatesOfTheBundle()
            throws IOException, InterruptedException, BundleException {
        // given
        folder.put("counting.eventflux", COUNTING);
        Await.until("it runs", () -> hasText(COUNTING));
        EventFluxAppRuntime app = manager.appRuntime("Counting").orElseThrow();
        AtomicLong received = new AtomicLong();
        AtomicReference<String> wrong = new AtomicReference<>();
        app.addRowCallback("Out", row -> {
            long expected = received.getAndIncrement();
            if (row.getLong(0) != expected || row.getLong(1) != expected + 1) {
                wrong.compareAndSet(null, "after " + expected + " came " + row);
            }
        });
        AtomicBoolean ending = new AtomicBoolean();
        AtomicLong sent = new AtomicLong();
        Thread sender = new Thread(() -> send(app.inputHandler("In"), sent, ending, wrong));
        sender.start();

        // when
        for (int update = 1; update <= UPDATES; update++) {
            long goal = received.get() + EVENTS_BETWEEN_UPDATES;
            Await.until("more events came out", () -> received.get() >= goal || wrong.get() != null);
            if (update % 5 == 0) {
                bundle().update();
            } else {
                String next = update % 2 == 0 ? COUNTING : MORE;
                folder.put("counting.eventflux", next);
                Await.until("it has the other text", () -> hasText(next));
            }
        }
        ending.set(true);
        sender.join();

        // then
        assertThat(wrong).hasValue(null);
        assertThat(received).hasValue(sent.get());
        assertThat(manager.appRuntime("Counting")).containsSame(app);
    }

    @Test
    public void refusesABrokenTextAndGoesOn() throws IOException {
        // given
        folder.put("counting.eventflux", COUNTING);
        Await.until("it runs", () -> hasText(COUNTING));
        EventFluxAppRuntime app = manager.appRuntime("Counting").orElseThrow();
        app.inputHandler("In").send(0L, "a");

        // when
        folder.put("counting.eventflux", BROKEN);
        Await.until(
                "it is refused",
                () -> deployment().map(one -> !one.problems().isEmpty()).orElse(false));
        AtomicLong count = new AtomicLong();
        app.addRowCallback("Out", row -> count.set(row.getLong(1)));
        app.inputHandler("In").send(1L, "a");

        // then
        assertThat(app.state()).isEqualTo(AppState.RUNNING);
        assertThat(app.text()).isEqualTo(COUNTING);
        assertThat(count).hasValue(2);
        assertThat(deployment().orElseThrow().problems())
                .extracting(problem -> problem.code().code())
                .containsExactly("unknown-column", "update-refused");
    }

    private static void send(InputHandler in, AtomicLong sent, AtomicBoolean ending, AtomicReference<String> wrong) {
        try {
            while (!ending.get()) {
                in.send(sent.get(), "k" + sent.get() % 7);
                sent.incrementAndGet();
            }
        } catch (RuntimeException e) {
            wrong.compareAndSet(null, "the sender was refused: " + e);
        }
    }

    private Bundle bundle() {
        return context.getBundle(deployment().orElseThrow().bundleId());
    }

    private Optional<Deployment> deployment() {
        return deployments.deployments().stream()
                .filter(one -> one.application().equals("Counting"))
                .findFirst();
    }

    private boolean hasText(String text) {
        return manager.appRuntime("Counting")
                .filter(app -> app.text().equals(text) && app.state() == AppState.RUNNING)
                .isPresent();
    }
}
