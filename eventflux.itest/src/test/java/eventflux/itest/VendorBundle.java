package eventflux.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/** The vendor's bundle in a framework, with an eye on the class loaders of all versions that it ever had. */
final class VendorBundle {

    private static final int COLLECTIONS = 100;
    private static final long PAUSE_MILLIS = 50;

    private final BundleContext context;
    private final Bundle bundle;
    private final ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
    private final List<LoaderReference> loaders = new ArrayList<>();

    /** A name by which leaked loaders are found in a heap dump. */
    private static final class LoaderReference extends WeakReference<ClassLoader> {

        LoaderReference(ClassLoader loader, ReferenceQueue<ClassLoader> collected) {
            super(loader, collected);
        }
    }

    private VendorBundle(BundleContext context, Bundle bundle) {
        this.context = context;
        this.bundle = bundle;
    }

    /** Installs a version without starting it. */
    static VendorBundle install(BundleContext context, VendorJar jar) throws BundleException {
        return new VendorBundle(context, context.installBundle("vendor:" + jar.version(), jar.open()));
    }

    void start() throws BundleException {
        bundle.start();
        loaders.add(new LoaderReference(bundle.adapt(BundleWiring.class).getClassLoader(), collected));
    }

    void stop() throws BundleException {
        bundle.stop();
    }

    /** Puts another version in place; the bundle is stopped and not started again. */
    void replace(VendorJar jar) throws BundleException {
        bundle.stop();
        bundle.update(jar.open());
    }

    /** Removes the bundle from the framework, if it is there, and all wires to it. */
    void remove() throws BundleException, InterruptedException {
        if (bundle.getState() == Bundle.UNINSTALLED) {
            return;
        }
        bundle.uninstall();
        refresh();
    }

    /** Takes all wires to it away, and makes them anew if it is there still. */
    void refresh() throws InterruptedException {
        CountDownLatch refreshed = new CountDownLatch(1);
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(FrameworkWiring.class)
                .refreshBundles(List.of(bundle), event -> refreshed.countDown());
        assertThat(refreshed.await(5, TimeUnit.MINUTES)).isTrue();
    }

    /** A class of the version that is started. */
    Class<?> load(String name) throws ClassNotFoundException {
        return bundle.loadClass(name);
    }

    /** Holds when nothing keeps any class of any version that was ever started; says what does otherwise. */
    void requireCollected() throws InterruptedException {
        int gone = 0;
        for (int i = 0; i < COLLECTIONS && gone < loaders.size(); i++) {
            System.gc();
            while (gone < loaders.size() && collected.remove(PAUSE_MILLIS) != null) {
                gone++;
            }
        }
        if (gone < loaders.size()) {
            throw new AssertionError(gone + " class loaders were collected, of " + loaders.size()
                    + " of all versions started; the others are held:\n" + paths());
        }
    }

    private static String paths() {
        HeapDump heap = HeapDump.ofThisProcess(Node.place("work"));
        HeldBy search = new HeldBy(heap);
        return heap.fieldOfAll(LoaderReference.class.getName(), "java.lang.ref.Reference.referent").stream()
                .map(search::path)
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
