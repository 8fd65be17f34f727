package eventflux.launcher.command;

import eventflux.launcher.LauncherError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
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
        if (Files.isDirectory(file)) {
            throw LauncherError.FOLDER_AS_FILE.exception("file", file);
        }
        if (!Files.isRegularFile(file)) {
            throw LauncherError.FILE_NOT_FOUND.exception("file", file);
        }
        String text = decode(file, bytes(file));
        if (text.isBlank()) {
            throw LauncherError.FILE_EMPTY.exception("file", file);
        }
        return new ApplicationText(file, text);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw LauncherError.FILE_NOT_READABLE.because(unreadable, "file", file, "reason", unreadable);
        }
    }

    private static String decode(Path file, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        out.flip();
        if (result.isError()) {
            throw LauncherError.NOT_UTF_8.exception(
                    "file", file, "line", out.chars().filter(c -> c == '\n').count() + 1);
        }
        return out.toString();
    }
}
