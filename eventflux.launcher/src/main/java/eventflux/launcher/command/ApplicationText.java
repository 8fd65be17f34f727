package eventflux.launcher.command;

import eventflux.launcher.LauncherError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text of an application and what to call it in messages.
 *
 * @param file as the user wrote it
 * @param text its content
 */
record ApplicationText(Path file, String text) {

    static ApplicationText read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw LauncherError.FILE_NOT_FOUND.exception("file", file);
        }
        try {
            return new ApplicationText(file, Files.readString(file));
        } catch (IOException unreadable) {
            throw LauncherError.FILE_NOT_READABLE.because(unreadable, "file", file, "reason", unreadable);
        }
    }
}
