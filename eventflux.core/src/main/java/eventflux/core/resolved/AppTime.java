package eventflux.core.resolved;

/**
 * What drives an application's clock unless its streams have watermarks.
 *
 * @param isPlayback whether it is the time of the events, and not the engine's time source
 * @param idleMillis in playback, after so long without an event the clock goes on by itself; 0 when it does not
 * @param stepMillis how far it goes then
 */
public record AppTime(boolean isPlayback, long idleMillis, long stepMillis) {

    /** The engine's time source. */
    public static final AppTime WALL_CLOCK = new AppTime(false, 0, 0);

    /** The time of the events alone. */
    public static final AppTime PLAYBACK = new AppTime(true, 0, 0);

    @Override
    public String toString() {
        if (!isPlayback) {
            return "";
        }
        return idleMillis == 0 ? " playback" : " playback, " + stepMillis + " ms on after " + idleMillis + " ms";
    }
}
