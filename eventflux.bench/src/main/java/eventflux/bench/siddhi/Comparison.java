package eventflux.bench.siddhi;

/**
 * What both engines made of an application.
 *
 * @param application which
 * @param theirs what Siddhi gave
 * @param ours what this engine gave
 */
record Comparison(Application application, Outcome theirs, Outcome ours) {

    static Comparison of(Application application) {
        try (SiddhiRun siddhi = new SiddhiRun(application)) {
            // Siddhi first: what its start says about now is what both have to begin at.
            Outcome theirs = siddhi.play();
            return new Comparison(application, theirs, EventFluxRun.of(application, siddhi.startMillis()));
        }
    }

    boolean isRefusedByBoth() {
        return theirs.isRefused() && ours.isRefused();
    }

    boolean differs() {
        return !theirs.isLike(ours);
    }

    /** Whether both ran it, and gave different rows. */
    boolean differsInRows() {
        return differs() && !theirs.isRefused() && !ours.isRefused();
    }
}
