package eventflux.core.analyze.endpoint;

import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.analyze.setting.RawSetting;
import java.util.Locale;

/**
 * What is said of failures and of connections, by a stream or by one source or sink.
 *
 * @param failures what becomes of what fails
 * @param connection how connections are held
 */
public record CareSettings(FailureSettings failures, ConnectionSettings connection) {

    /**
     * Nothing yet.
     *
     * @param stream whose rows or messages fail
     * @param owner who says it, for messages
     */
    public static CareSettings none(String stream, String owner, ProblemLog problems) {
        return new CareSettings(new FailureSettings(stream, owner, problems), new ConnectionSettings(owner, problems));
    }

    /** Takes a setting if it is one of these. */
    boolean take(RawSetting setting) {
        String key = setting.key().toLowerCase(Locale.ROOT);
        if (FailureSettings.isMeant(key)) {
            failures.take(setting);
            return true;
        }
        if (ConnectionSettings.isMeant(key)) {
            connection.take(setting);
            return true;
        }
        return false;
    }
}
