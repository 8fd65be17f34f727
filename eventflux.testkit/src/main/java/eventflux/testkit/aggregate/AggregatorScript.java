package eventflux.testkit.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eventflux.api.spi.aggregate.AggregatorFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes of two groups, made up from a seed, and an aggregator that follows them. */
final class AggregatorScript {

    private static final int CHANGES = 100;
    private static final int RARELY = 40;

    private final AggregatorFactory factory;
    private final AggregatorCase tested;
    private final Removal removal;
    private final long seed;
    private final List<Group> groups = List.of(new Group("a"), new Group("b"));
    private final StringBuilder history = new StringBuilder();

    AggregatorScript(AggregatorFactory factory, AggregatorCase tested, Removal removal, long seed) {
        this.factory = factory;
        this.tested = tested;
        this.removal = removal;
        this.seed = seed;
    }

    /** What is in a group. */
    private record Group(Object key, List<Object> present, List<Object> ever) {

        private Group(Object key) {
            this(key, new ArrayList<>(), new ArrayList<>());
        }
    }

    void checkAgainstModel() {
        AggregatorProbe probe = newProbe();
        Random random = new Random(seed);
        for (int i = 0; i < CHANGES; i++) {
            Group group = groups.get(random.nextInt(groups.size()));
            change(group, random, List.of(probe));
            assertClose(tested.model().result(group.present(), group.ever()), probe.result());
        }
    }

    void checkAgainstItselfRestarted() {
        AggregatorProbe steady = newProbe();
        AggregatorProbe restarted = newProbe();
        Random random = new Random(seed);
        for (int i = 0; i < CHANGES; i++) {
            Group group = groups.get(random.nextInt(groups.size()));
            change(group, random, List.of(steady, restarted));
            assertEquals(steady.result(), restarted.restart(group.key()).result(), this::toString);
        }
    }

    void checkMerged() {
        AggregatorProbe one = newProbe();
        AggregatorProbe other = newProbe();
        if (!one.merges()) {
            return;
        }
        Random random = new Random(seed);
        Group group = groups.get(0);
        List.of(one, other).forEach(probe -> probe.enter(group.key()));
        for (int i = random.nextInt(CHANGES); i > 0; i--) {
            Object value = tested.values().apply(random);
            history.append(" +").append(value).append('\n');
            group.present().add(value);
            group.ever().add(value);
            (random.nextBoolean() ? one : other).add(value);
        }
        AggregatorProbe both = newProbe().enter(group.key()).merge(one).merge(other);
        assertClose(tested.model().result(group.present(), group.ever()), both.result());
    }

    private AggregatorProbe newProbe() {
        return new AggregatorProbe(factory, tested, removal);
    }

    private void change(Group group, Random random, List<AggregatorProbe> probes) {
        probes.forEach(probe -> probe.enter(group.key()));
        if (random.nextInt(RARELY) == 0) {
            history.append(group.key()).append(" reset\n");
            group.present().clear();
            probes.forEach(AggregatorProbe::reset);
        } else if (removal != Removal.NEVER && !group.present().isEmpty() && random.nextInt(5) < 2) {
            int index = removal == Removal.IN_ORDER
                    ? 0
                    : random.nextInt(group.present().size());
            Object value = group.present().remove(index);
            history.append(group.key()).append(" -").append(value).append('\n');
            probes.forEach(probe -> probe.remove(value));
        } else {
            Object value = tested.values().apply(random);
            history.append(group.key()).append(" +").append(value).append('\n');
            group.present().add(value);
            group.ever().add(value);
            probes.forEach(probe -> probe.add(value));
        }
    }

    private void assertClose(Object expected, Object actual) {
        if (tested.tolerance() > 0 && expected instanceof Double wanted && actual instanceof Double got) {
            double error = Math.abs(wanted - got);
            if (error <= tested.tolerance() * Math.max(1, Math.abs(wanted))) {
                return;
            }
        }
        assertEquals(expected, actual, this::toString);
    }

    @Override
    public String toString() {
        return "seed " + seed + ", removal " + removal + ", after\n" + history;
    }
}
