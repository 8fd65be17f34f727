package eventflux.bench.siddhi;

import eventflux.api.Event;
import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import eventflux.api.error.EventFluxException;

/** Runs applications in this engine. */
final class EventFluxRun {

    private EventFluxRun() {}

    /**
     * Runs one.
     *
     * @param start what the offsets of its steps are added to
     */
    static Outcome of(Application application, long start) {
        try (EventFluxManager manager = EventFluxManager.create()) {
            Outcome.Builder outcome = new Outcome.Builder();
            EventFluxAppRuntime runtime = manager.createEventFluxAppRuntime(application.text());
            for (String output : application.outputs()) {
                runtime.addCallback(output, events -> {
                    for (Event event : events) {
                        outcome.add(output, event.data());
                    }
                });
            }
            runtime.start();
            for (Step step : application.steps()) {
                play(runtime, step, start, outcome);
                outcome.endStep();
            }
            return outcome.build();
        } catch (EventFluxException e) {
            return Outcome.refused(String.valueOf(e.getMessage()));
        }
    }

    private static void play(EventFluxAppRuntime runtime, Step step, long start, Outcome.Builder outcome) {
        if (step instanceof Step.Send send) {
            runtime.inputHandler(send.stream()).send(start + send.offset(), send.row(start));
        } else if (step instanceof Step.Ask ask) {
            for (Event event : runtime.query(ask.text()).events()) {
                outcome.add("?", event.data());
            }
        }
    }
}
