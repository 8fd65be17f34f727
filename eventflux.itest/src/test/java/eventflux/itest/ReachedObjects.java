package eventflux.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * How many objects of our own classes, and of vendors', are reached.
 *
 * @param byClass by the name of the class
 */
record ReachedObjects(Map<String, Long> byClass) {

    // One object that is left behind each time is seen, whatever its size. What a thread keeps for an application that
    // is gone stays until
    // the thread next cleans its table.
    private static final long MORE_AT_MOST = 250;

    /** At present; collects garbage before. */
    static ReachedObjects now() {
        // number: instances bytes name (module)
        return new ReachedObjects(histogram()
                .lines()
                .map(line -> Arrays.asList(line.strip().split("\\s+")))
                .filter(line -> line.size() > 3 && isOurs(line.get(3)))
                .collect(Collectors.toMap(line -> line.get(3), line -> Long.parseLong(line.get(1)), Long::sum)));
    }

    private static boolean isOurs(String name) {
        return name.startsWith("eventflux.") && !name.startsWith(ReachedObjects.class.getPackageName());
    }

    private static String histogram() {
        try {
            return ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {null},
                            new String[] {String[].class.getName()})
                    .toString();
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Holds when no class has many more objects than it had; names those that have. */
    void requireNotAbove(ReachedObjects before) {
        List<String> grown = byClass.entrySet().stream()
                .filter(one -> one.getValue() > before.of(one.getKey()) + MORE_AT_MOST)
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(one -> one.getKey() + ": " + before.of(one.getKey()) + " to " + one.getValue())
                .toList();
        assertThat(grown).as("classes with ever more objects").isEmpty();
    }

    private long of(String name) {
        return byClass.getOrDefault(name, 0L);
    }

    @Override
    public String toString() {
        return String.valueOf(
                byClass.values().stream().mapToLong(Long::longValue).sum());
    }
}
