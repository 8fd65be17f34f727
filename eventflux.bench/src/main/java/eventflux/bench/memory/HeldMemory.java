package eventflux.bench.memory;

import eventflux.api.EventFluxAppRuntime;
import eventflux.api.EventFluxManager;
import io.siddhi.core.SiddhiAppRuntime;
import io.siddhi.core.SiddhiManager;
import io.siddhi.core.stream.input.InputHandler;

/** A process in which one engine holds one subject, so that nothing is given back meanwhile that another has left behind. */
final class HeldMemory {

    /** What the line with the result begins with; bytes for each follow. */
    static final String RESULT = "bytes a piece: ";

    private HeldMemory() {}

    /**
     * Measures and prints.
     *
     * @param args the engine, and the number of the subject
     */
    public static void main(String[] args) {
        Subject subject = Subject.ALL.get(Integer.parseInt(args[1]));
        double bytes = args[0].equals("EventFlux") ? eventFlux(subject) : siddhi(subject);
        System.out.println(RESULT + bytes);
        Runtime.getRuntime().halt(0);
    }

    private static double eventFlux(Subject subject) {
        try (EventFluxManager manager = EventFluxManager.create()) {
            EventFluxAppRuntime app = manager.createEventFluxAppRuntime(subject.text());
            app.start();
            var input = app.inputHandler("Trades");
            long before = UsedMemory.bytes();
            for (int i = 0; i < subject.count(); i++) {
                input.send(i, subject.row(i));
            }
            return (double) (UsedMemory.bytes() - before) / subject.count();
        }
    }

    private static double siddhi(Subject subject) {
        SiddhiManager manager = new SiddhiManager();
        SiddhiAppRuntime app = manager.createSiddhiAppRuntime(subject.text());
        app.start();
        try {
            InputHandler input = app.getInputHandler("Trades");
            long before = UsedMemory.bytes();
            for (int i = 0; i < subject.count(); i++) {
                input.send(i, subject.row(i));
            }
            return (double) (UsedMemory.bytes() - before) / subject.count();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        } finally {
            app.shutdown();
            manager.shutdown();
        }
    }
}
