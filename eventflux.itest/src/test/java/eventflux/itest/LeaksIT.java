package eventflux.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eventflux.api.AppState;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
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

/** A node that has seen many applications and versions come and go holds no more than one that has seen few. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class LeaksIT {

    private static final int CYCLES = Integer.getInteger("eventflux.itest.cycles", 1_000);
    private static final int UPDATES = Integer.getInteger("eventflux.itest.leak.updates", 500);
    private static final int FIRST = 10;

    private static final String TEXT = """
            @app:name('Cycled')
            @async(buffer.size='64')
            define stream In (seq long, price double);
            from In[price > 10.0]#window.length(5) select seq, avg(price) as mean group by seq insert into Out;
            """;

    @Inject
    private BundleContext context;

    @Inject
    private EventFluxManager manager;

    @Configuration
    public Option[] node() {
        return Node.of(LeaksIT.class);
    }

    @After
    public void close() {
        manager.appRuntimes().values().forEach(EventFluxAppRuntime::close);
    }

    @Test
    public void holdsNoMoreAfterManyApplications() throws Exception {
        // given
        byte[] jar = jar();
        for (int i = 0; i < FIRST; i++) {
            cycle(jar);
        }
        Footprint before = Footprint.after(() -> cycle(jar), context);

        // when
        for (int i = FIRST; i < CYCLES; i++) {
            cycle(jar);
        }

        // then
        Footprint after = Footprint.after(() -> cycle(jar), context);
        System.out.println("applications: " + CYCLES + "\nbefore " + before + "\nafter  " + after);
        after.requireNotAbove(before);
    }

    private void cycle(byte[] jar) throws BundleException {
        Bundle bundle = context.installBundle("cycled", new ByteArrayInputStream(jar));
        bundle.start();
        EventFluxAppRuntime app = manager.appRuntime("Cycled").orElseThrow();
        assertThat(app.state()).isEqualTo(AppState.RUNNING);
        for (long seq = 0; seq < FIRST; seq++) {
            app.inputHandler("In").send(seq, 20.0);
        }
        bundle.uninstall();
        assertThat(manager.appRuntimes()).isEmpty();
    }

    @Test
    public void holdsNoMoreAfterManyUpdatesOfAnExtension() throws Exception {
        // given
        VendorBundle vendor = VendorBundle.install(context, VendorJar.FIRST);
        vendor.start();
        EventFluxAppRuntime app = manager.deploy("Traffic", Traffic.TEXT);
        app.start();
        for (int i = 0; i < FIRST; i++) {
            update(vendor, app, i);
        }
        Footprint before = Footprint.after(() -> update(vendor, app, FIRST), context);

        // when
        for (int i = FIRST; i < UPDATES; i++) {
            update(vendor, app, i);
        }

        // then
        Footprint after = Footprint.after(() -> update(vendor, app, UPDATES), context);
        System.out.println("updates: " + UPDATES + "\nbefore " + before + "\nafter  " + after);
        after.requireNotAbove(before);
        app.close();
        vendor.remove();
        vendor.requireCollected();
    }

    // Held on purpose.
    private static volatile Class<?> held;

    @Test
    public void namesThePathThatHoldsALeakedClassLoader() throws Exception {
        // given
        VendorBundle vendor = VendorBundle.install(context, VendorJar.FIRST);
        vendor.start();
        held = vendor.load("eventflux.examples.vendor.TaxFunctions");
        vendor.remove();

        // when
        AssertionError leak = catchThrowableOfType(AssertionError.class, vendor::requireCollected);
        held = null;

        // then
        assertThat(leak)
                .hasMessageContaining("0 class loaders were collected, of 1")
                .hasMessageContaining("static held -> class eventflux.examples.vendor.TaxFunctions")
                .hasMessageContaining("class loader -> org.apache.felix.framework.BundleWiringImpl$BundleClassLoader");
        vendor.requireCollected();
    }

    @Test
    public void namesTheThreadThatHoldsALeakedClassLoader() throws Exception {
        // given
        VendorBundle vendor = VendorBundle.install(context, VendorJar.FIRST);
        vendor.start();
        CountDownLatch end = new CountDownLatch(1);
        Thread left = new Thread(() -> awaitUninterrupted(end), "left behind");
        left.setContextClassLoader(
                vendor.load("eventflux.examples.vendor.TaxFunctions").getClassLoader());
        left.start();
        vendor.remove();

        // when
        AssertionError leak = catchThrowableOfType(AssertionError.class, vendor::requireCollected);
        end.countDown();
        left.join();
        left.setContextClassLoader(null);

        // then
        assertThat(leak).hasMessageContaining("thread: java.lang.Thread 'left behind'\n    contextClassLoader -> ");
        vendor.requireCollected();
    }

    private static void awaitUninterrupted(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void update(VendorBundle vendor, EventFluxAppRuntime app, int number) throws BundleException {
        app.inputHandler("In").send((long) number, 1.0);
        vendor.replace(number % 2 == 0 ? VendorJar.SECOND : VendorJar.FIRST);
        vendor.start();
        assertThat(app.state()).isEqualTo(AppState.RUNNING);
    }

    private static byte[] jar() throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.putValue("Manifest-Version", "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", "cycled");
        headers.putValue("EventFlux-Application", "*.eventflux");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            jar.putNextEntry(new ZipEntry("cycled.eventflux"));
            jar.write(TEXT.getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
        }
        return bytes.toByteArray();
    }
}
