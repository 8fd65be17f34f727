package eventflux.ext.log;

import org.slf4j.Logger;
import org.slf4j.event.Level;

/** The logger, at one level. */
final class LoggerLines implements Lines {

    private final Logger logger;
    private final Level level;

    LoggerLines(Logger logger, Level level) {
        this.logger = logger;
        this.level = level;
    }

    @Override
    public void line(StringBuilder text) {
        if (logger.isEnabledForLevel(level)) {
            logger.atLevel(level).log(text.toString());
        }
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }
}
