package eventflux.bench.siddhi;

import java.util.ArrayList;
import java.util.List;

/** Makes an application whose rows differ as small as it goes, so that people can read it. */
final class Shrinking {

    private Shrinking() {}

    static Comparison of(Comparison large) {
        return large.differsInRows() ? withFewerSteps(withFewerStatements(large)) : large;
    }

    private static Comparison withFewerStatements(Comparison large) {
        Comparison smallest = large;
        for (int i = large.application().statements().size() - 1; i >= 0; i--) {
            smallest = smallerOf(smallest, smallest.application().without(i));
        }
        return smallest;
    }

    private static Comparison withFewerSteps(Comparison large) {
        Comparison smallest = large;
        for (int length = large.application().steps().size() / 2; length >= 1; length /= 2) {
            int from = 0;
            while (from + length <= smallest.application().steps().size()) {
                Comparison smaller = smallerOf(smallest, without(smallest.application(), from, from + length));
                from += smaller == smallest ? length : 0;
                smallest = smaller;
            }
        }
        return smallest;
    }

    // Ticks stay, or nothing would leave in time.
    private static Application without(Application application, int from, int to) {
        List<Step> steps = application.steps();
        List<Step> others = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            boolean isTick = steps.get(i) instanceof Step.Send send && send.isTick();
            if (i < from || i >= to || isTick) {
                others.add(steps.get(i));
            }
        }
        return application.with(others);
    }

    private static Comparison smallerOf(Comparison large, Application smaller) {
        boolean isSame = smaller.steps().size() == large.application().steps().size()
                && smaller.statements().size()
                        == large.application().statements().size();
        if (isSame) {
            return large;
        }
        Comparison comparison = Comparison.of(smaller);
        return comparison.differsInRows() ? comparison : large;
    }
}
