package eventflux.itest;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.AppState;
import eventflux.api.Event;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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

/** The bundle with the JDBC store goes and comes back under an application. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class JdbcStoreIT {

    @Inject
    private BundleContext context;

    @Inject
    private EventFluxManager manager;

    @Configuration
    public Option[] node() {
        return Node.of(JdbcStoreIT.class);
    }

    @After
    public void clear() throws Exception {
        manager.appRuntimes().values().forEach(EventFluxAppRuntime::close);
        jdbc().start();
    }

    private Bundle jdbc() {
        return Stream.of(context.getBundles())
                .filter(bundle -> "eventflux.ext.jdbc".equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow();
    }

    // The database is a file, since the driver and what it keeps in memory go with the bundle.
    private static String text() {
        String database = Node.place("work")
                .resolve("store-" + UUID.randomUUID())
                .toAbsolutePath()
                .toString();
        return """
                CREATE STREAM Put (k STRING, v DOUBLE);
                CREATE STREAM Ask (k STRING);
                CREATE TABLE T (k STRING PRIMARY KEY, v DOUBLE)
                WITH (extension='jdbc', "jdbc.url"='jdbc:h2:%s', "jdbc.driver.path"='%s');
                UPSERT INTO T SELECT k, v FROM Put ON T.k = Put.k;
                INSERT INTO Found SELECT Ask.k, T.v FROM Ask JOIN T ON T.k = Ask.k;
                """.formatted(database, Node.place("h2"));
    }

    @Test
    public void keepsRowsWhileItsBundleIsAway() throws Exception {
        // given
        jdbc().stop();
        EventFluxAppRuntime app = manager.deploy("Stored", text());
        app.start();
        AppState before = app.state();
        List<String> waitingFor = app.waitingFor();

        // when
        jdbc().start();
        Await.until("the store is there", () -> app.state() == AppState.RUNNING);
        app.inputHandler("Put").send("a", 1.5);

        // then
        assertThat(before).isEqualTo(AppState.WAITING);
        assertThat(waitingFor).containsExactly("store jdbc");

        // when
        jdbc().stop();
        Await.until("the store is away", () -> app.state() == AppState.WAITING);
        jdbc().start();
        Await.until("the store is back", () -> app.state() == AppState.RUNNING);
        List<Object> found = new ArrayList<>();
        app.addCallback("Found", events -> {
            for (Event event : events) {
                found.add(event.data()[1]);
            }
        });
        app.inputHandler("Ask").send("a");

        // then
        assertThat(found).containsExactly(1.5);
    }
}
