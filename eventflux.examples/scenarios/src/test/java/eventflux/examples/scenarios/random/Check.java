package eventflux.examples.scenarios.random;

import eventflux.api.error.EventFluxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs one application in all manners. Of a test thread. */
final class Check {

    private final Engines engines;
    private final List<Trial> trials = new ArrayList<>();

    Check(Engines engines) {
        this.engines = engines;
        for (Manner manner : Manner.values()) {
            if (manner != Manner.ONE_BY_ONE && manner != Manner.IN_SHARDS) {
                trials.add(new MannerTrial(engines, manner));
            }
        }
        trials.add(new KeyTrial(engines, false));
        trials.add(new KeyTrial(engines, true));
    }

    /** What is wrong with the application of a number. */
    List<Finding> findings(long seed, Application application) {
        Optional<String> refused = refused(application);
        if (refused.isPresent()) {
            return List.of(new Finding(seed, "made", application, refused));
        }
        return trials.stream()
                .filter(trial -> trial.suits(application))
                .filter(trial -> difference(trial, application).isPresent())
                .map(trial -> smallest(seed, application, trial))
                .toList();
    }

    private Optional<String> refused(Application application) {
        try {
            Play.lines(engines, application.text(), application.steps(), Manner.ONE_BY_ONE);
            return Optional.empty();
        } catch (RuntimeException | Error e) {
            return Optional.of(told(e));
        }
    }

    private static Optional<String> difference(Trial trial, Application application) {
        try {
            return trial.difference(application);
        } catch (RuntimeException | Error e) {
            return Optional.of(told(e));
        }
    }

    // Statements and rows are left out one after the other as long as there is a difference.
    private Finding smallest(long seed, Application application, Trial trial) {
        Application smallest = application;
        boolean isSmaller = true;
        while (isSmaller) {
            Application present = smallest;
            Optional<Application> next = smaller(present)
                    .filter(candidate -> refused(candidate).isEmpty())
                    .filter(candidate -> difference(trial, candidate).isPresent())
                    .findFirst();
            isSmaller = next.isPresent();
            smallest = next.orElse(present);
        }
        Optional<String> told = difference(trial, smallest).or(() -> Optional.of("not each time"));
        return new Finding(seed, trial.name() + "\n" + trial.other(smallest), smallest, told);
    }

    private static Stream<Application> smaller(Application application) {
        List<Step> steps = application.steps();
        List<Application> fewer = new ArrayList<>();
        for (int size = Math.max(1, steps.size() / 2); size >= 1; size /= 2) {
            for (int from = 0; from + size <= steps.size(); from += size) {
                List<Step> others = new ArrayList<>(steps);
                others.subList(from, from + size).clear();
                if (!others.isEmpty()) {
                    fewer.add(application.with(others));
                }
            }
        }
        return Stream.concat(application.smaller().stream(), fewer.stream());
    }

    private static String told(Throwable thrown) {
        String problems = thrown instanceof EventFluxException e
                ? e.problems().stream().map(String::valueOf).collect(Collectors.joining("\n"))
                : "";
        String places = Arrays.stream(thrown.getStackTrace())
                .limit(8)
                .map(place -> "\n    at " + place)
                .collect(Collectors.joining());
        return "  " + thrown + "\n" + problems + (problems.isEmpty() ? places : "");
    }

    /**
     * What is wrong.
     *
     * @param seed the number of the application
     * @param where in which manner, and the text that was run in it
     * @param application the smallest in which it is
     * @param told what differs
     */
    record Finding(long seed, String where, Application application, Optional<String> told) {

        @Override
        public String toString() {
            return "application " + seed + ", " + where + "\n--- application\n" + application.text() + "--- input\n"
                    + application.steps().stream().map(Step::toString).collect(Collectors.joining("\n"))
                    + "\n--- difference: " + told.orElse("none");
        }
    }
}
