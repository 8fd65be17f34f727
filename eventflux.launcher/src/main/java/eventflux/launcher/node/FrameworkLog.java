package eventflux.launcher.node;

import org.apache.felix.framework.Logger;
import org.slf4j.LoggerFactory;

/** What the framework has to say, where everything else is logged, rather than on the standard output. */
final class FrameworkLog extends Logger {

    @Override
    protected void doLogOut(int level, String message, Throwable cause) {
        org.slf4j.Logger log = LoggerFactory.getLogger("org.apache.felix.framework");
        switch (level) {
            case LOG_ERROR -> log.error(message, cause);
            case LOG_WARNING -> log.warn(message, cause);
            case LOG_INFO -> log.info(message, cause);
            default -> log.debug(message, cause);
        }
    }
}
