package eventflux.api.query.definition;

/**
 * One method for each kind of {@link TriggerTime}.
 *
 * @param <R> what a visit answers
 */
public interface TriggerTimeVisitor<R> {

    /** Visits a at start. */
    R visitAtStart(AtStart atStart);

    /** Visits a at every. */
    R visitAtEvery(AtEvery atEvery);

    /** Visits a at cron. */
    R visitAtCron(AtCron atCron);
}
