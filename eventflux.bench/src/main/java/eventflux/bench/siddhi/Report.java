package eventflux.bench.siddhi;

import java.util.List;

/** Tells people of a difference. */
final class Report {

    private Report() {}

    static String of(long number, Comparison comparison) {
        StringBuilder text = new StringBuilder();
        Application application = comparison.application();
        text.append("Application %d differs (%s).%n%n".formatted(number, String.join(", ", application.kinds())));
        text.append(application.text()).append('\n');
        if (comparison.differsInRows()) {
            addSteps(comparison, text);
        } else {
            addRefusal("Siddhi", comparison.theirs(), text);
            addRefusal("here", comparison.ours(), text);
        }
        return text.toString();
    }

    private static void addRefusal(String engine, Outcome outcome, StringBuilder text) {
        text.append("%6s: %s%n".formatted(engine, outcome.isRefused() ? outcome.refusal() : "runs it"));
    }

    // What comes behind the first difference follows from it, mostly.
    private static void addSteps(Comparison comparison, StringBuilder text) {
        text.append("What is sent, with milliseconds since the start; %s comes every %d of them.%n%n"
                .formatted(Inputs.TICK, Inputs.TICK_MILLIS));
        List<Step> steps = comparison.application().steps();
        for (int i = 0; i < steps.size(); i++) {
            List<String> theirs = comparison.theirs().lines().get(i);
            List<String> ours = comparison.ours().lines().get(i);
            boolean isTick = steps.get(i) instanceof Step.Send send && send.isTick();
            if (!isTick || !theirs.isEmpty() || !ours.isEmpty()) {
                text.append(
                        "%8d %s%n".formatted(steps.get(i).offset(), steps.get(i).text()));
                addLines(theirs, ours, text);
            }
            if (!theirs.equals(ours)) {
                return;
            }
        }
    }

    private static void addLines(List<String> theirs, List<String> ours, StringBuilder text) {
        if (theirs.equals(ours)) {
            theirs.forEach(line -> text.append("%14s: %s%n".formatted("both", line)));
        } else {
            text.append("%14s: %s%n".formatted("Siddhi", String.join("; ", theirs)));
            text.append("%14s: %s%n".formatted("here", String.join("; ", ours)));
        }
    }
}
