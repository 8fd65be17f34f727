package eventflux.launcher.configuration;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import eventflux.launcher.LauncherError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tables inside tables become dotted names; arrays of values become texts joined by commas. Arrays of tables are the ancestors'
 * {@code refs} and {@code extensions}, whose entries bear a name, and become tables by it.
 */
final class SettingsTree {

    private final Map<String, String> settings = new LinkedHashMap<>();

    private SettingsTree() {}

    static Map<String, String> ofToml(Path file) {
        return read(new TomlMapper(), file);
    }

    static Map<String, String> ofYaml(Path file) {
        return read(new YAMLMapper(), file);
    }

    private static Map<String, String> read(ObjectMapper format, Path file) {
        try {
            SettingsTree tree = new SettingsTree();
            JsonNode root = format.readTree(Files.readAllBytes(file));
            if (root.isObject()) {
                tree.add("", root);
            } else if (!root.isMissingNode() && !root.isNull()) {
                throw LauncherError.CONFIG_SYNTAX.exception(
                        "file", file, "place", "its beginning", "reason", "no table");
            }
            return tree.settings;
        } catch (JacksonException wrong) {
            throw LauncherError.CONFIG_SYNTAX.because(
                    wrong, "file", file, "place", place(wrong.getLocation()), "reason", firstLine(wrong));
        } catch (IOException unreadable) {
            throw LauncherError.FILE_NOT_READABLE.because(unreadable, "file", file, "reason", unreadable.getMessage());
        }
    }

    private static String place(JsonLocation location) {
        return location == null ? "some place" : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String firstLine(JacksonException wrong) {
        return wrong.getOriginalMessage().lines().findFirst().orElse("").strip();
    }

    private void add(String key, JsonNode node) {
        if (node.isObject()) {
            String prefix = key.isEmpty() ? "" : key + ".";
            node.properties().forEach(field -> add(prefix + field.getKey(), field.getValue()));
        } else if (node.isArray()) {
            addArray(key, node);
        } else if (!node.isNull()) {
            settings.put(key, node.asText());
        }
    }

    private void addArray(String key, JsonNode array) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : array) {
            if (element.isObject()) {
                addNamed(key, element);
            } else {
                texts.add(element.asText());
            }
        }
        if (!texts.isEmpty()) {
            settings.put(key, String.join(",", texts));
        }
    }

    /** {@code - ref: {name: x, type: y, properties: {…}}}, with the word in front or without. */
    private void addNamed(String key, JsonNode element) {
        JsonNode entry = element.size() == 1 && element.elements().next().isObject()
                ? element.elements().next()
                : element;
        JsonNode namespace = entry.path("namespace");
        String name = (namespace.isTextual() ? namespace.asText() + "." : "")
                + entry.path("name").asText(String.valueOf(settings.size()));
        entry.properties().forEach(field -> {
            if (field.getKey().equals("properties")) {
                add(key + "." + name, field.getValue());
            } else if (!field.getKey().equals("name") && !field.getKey().equals("namespace")) {
                add(key + "." + name + "." + field.getKey(), field.getValue());
            }
        });
    }
}
