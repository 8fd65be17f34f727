package eventflux.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * What a process holds at one moment, after a collection.
 *
 * @param classes that are loaded
 * @param metaspace bytes
 * @param heap bytes
 * @param objects of our classes, and of vendors'
 * @param threads that live
 * @param services that are registered
 * @param bundles that are installed
 * @param files that are open; 0 where the system does not tell
 */
record Footprint(
        long classes,
        long metaspace,
        long heap,
        ReachedObjects objects,
        int threads,
        int services,
        int bundles,
        long files) {

    private static final int COLLECTIONS = 5;
    private static final long MEGABYTE = 1 << 20;

    /**
     * The present one.
     *
     * @param again something that was done before: what is found to be gone at the next use is not counted
     */
    static Footprint after(Work again, BundleContext context) throws Exception {
        collect();
        again.run();
        collect();
        // First, since counting them loads classes.
        ReachedObjects objects = ReachedObjects.now();
        return new Footprint(
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
                metaspaceBytes(),
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                objects,
                ManagementFactory.getThreadMXBean().getThreadCount(),
                services(context),
                context.getBundles().length,
                openFiles());
    }

    private static void collect() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
    }

    /** What is done once more. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** Holds when there is not more than there was, but for what the virtual machine itself takes over time. */
    void requireNotAbove(Footprint before) {
        assertThat(services).as("services").isEqualTo(before.services);
        assertThat(bundles).as("bundles").isEqualTo(before.bundles);
        assertThat(threads).as("threads, before %s, now %s", before, this).isLessThanOrEqualTo(before.threads + 2);
        assertThat(files).as("open files").isLessThanOrEqualTo(before.files + 4);
        assertThat(classes).as("classes").isLessThanOrEqualTo(before.classes + 150);
        assertThat(metaspace).as("metaspace").isLessThanOrEqualTo(before.metaspace + 8 * MEGABYTE);
        assertThat(heap).as("heap").isLessThanOrEqualTo(before.heap + 16 * MEGABYTE);
        objects.requireNotAbove(before.objects);
    }

    private static long metaspaceBytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private static int services(BundleContext context) {
        try {
            ServiceReference<?>[] all = context.getAllServiceReferences(null, null);
            return all == null ? 0 : all.length;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getOpenFileDescriptorCount()
                : 0;
    }
}
