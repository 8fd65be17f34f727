package eventflux.deploy;

import eventflux.api.deploy.AuditEntry;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.felix.utils.json.JSONParser;
import org.apache.felix.utils.json.JSONWriter;

/** A file with one JSON object a line, to which is added and nothing else. Safe for many threads. */
final class AuditFile {

    private final Path file;

    AuditFile(Path file) {
        this.file = file;
    }

    /** Adds an entry; it is with the operating system on return. */
    synchronized void add(AuditEntry entry) throws IOException {
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        ByteBuffer line = ByteBuffer.wrap((print(entry) + "\n").getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (line.hasRemaining()) {
                channel.write(line);
            }
        }
    }

    /** The newest entries, oldest first; lines that somebody else has written are passed over. */
    List<AuditEntry> latest(int most) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        Deque<String> lines = new ArrayDeque<>();
        try (Stream<String> all = Files.lines(file)) {
            all.filter(line -> line.startsWith("{") && line.endsWith("}")).forEach(line -> {
                lines.addLast(line);
                if (lines.size() > most) {
                    lines.removeFirst();
                }
            });
        }
        return lines.stream().map(AuditFile::read).toList();
    }

    private static String print(AuditEntry entry) throws IOException {
        StringWriter text = new StringWriter();
        JSONWriter json = new JSONWriter(text).object();
        json.key("time").value(entry.time().toString());
        json.key("action").value(entry.action());
        json.key("bundle").value(entry.bundle());
        json.key("version").value(entry.version());
        json.key("id").value(entry.bundleId());
        json.key("source").value(entry.source());
        json.key("reason").value(entry.reason());
        json.endObject().flush();
        return text.toString().replaceAll("\\R", " ");
    }

    private static AuditEntry read(String line) {
        Map<String, Object> values = new JSONParser(line).getParsed();
        return new AuditEntry(
                Instant.parse(text(values, "time")),
                text(values, "action"),
                text(values, "bundle"),
                text(values, "version"),
                ((Number) values.getOrDefault("id", -1L)).longValue(),
                text(values, "source"),
                text(values, "reason"));
    }

    private static String text(Map<String, Object> values, String name) {
        return String.valueOf(values.getOrDefault(name, ""));
    }
}
