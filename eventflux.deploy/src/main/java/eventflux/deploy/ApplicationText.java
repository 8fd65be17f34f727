package eventflux.deploy;

import eventflux.api.error.Problem;
import eventflux.api.error.SourcePosition;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;

/**
 * One application text of a bundle.
 *
 * @param source its path in the bundle
 * @param name what the application is called when the text does not say
 * @param text the text as far as it could be read
 * @param flaw what keeps it from the engine
 */
record ApplicationText(String source, String name, String text, Optional<Problem> flaw) {

    static final String EXTENSION = ".eventflux";

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern NAME_ANNOTATION =
            Pattern.compile("@\\s*app\\s*:\\s*name\\s*\\(\\s*(['\"])(.+?)\\1\\s*\\)", Pattern.CASE_INSENSITIVE);

    /** All texts that the header of a bundle names, in its order; resolves nothing. */
    static List<ApplicationText> in(Bundle bundle) {
        String header = bundle.getHeaders("").get(ApplicationHeader.NAME);
        List<ApplicationText> texts = new ArrayList<>();
        for (ApplicationHeader.Clause clause : ApplicationHeader.parse(header).clauses()) {
            List<String> paths = paths(bundle, clause.path());
            if (paths.isEmpty()) {
                Problem missing = Problem.of(DeployProblem.TEXT_MISSING, "pattern", clause.path());
                texts.add(new ApplicationText(clause.path(), bundle.getSymbolicName(), "", Optional.of(missing)));
            }
            for (String path : paths) {
                texts.add(read(path, clause.name().orElse(baseName(path)), bundle.getEntry(path)));
            }
        }
        return texts;
    }

    /** The name that the text gives its application, as far as a look without the parser can tell. */
    static Optional<String> nameIn(String text) {
        Matcher matcher = NAME_ANNOTATION.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(2)) : Optional.empty();
    }

    /** The last part of a path without its extension. */
    static String baseName(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return file.endsWith(EXTENSION) ? file.substring(0, file.length() - EXTENSION.length()) : file;
    }

    /** The name that the engine will probably give it. */
    String likelyName() {
        return nameIn(text).orElse(name);
    }

    static ApplicationText decode(String source, String name, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer chars = CharBuffer.allocate(bytes.length + 1);
        boolean malformed = decoder.decode(ByteBuffer.wrap(bytes), chars, true).isError();
        String good = chars.flip().toString();
        if (malformed) {
            String all = new String(bytes, StandardCharsets.UTF_8);
            Problem flaw = Problem.of(DeployProblem.TEXT_NOT_UTF8).at(endOf(good));
            return new ApplicationText(source, name, all, Optional.of(flaw));
        }
        String text = good.startsWith(BYTE_ORDER_MARK) ? good.substring(1) : good;
        // As when an editor empties a file before it writes to it.
        Optional<Problem> flaw = text.isBlank() ? Optional.of(Problem.of(DeployProblem.TEXT_EMPTY)) : Optional.empty();
        return new ApplicationText(source, name, text, flaw);
    }

    private static SourcePosition endOf(String text) {
        int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
        return new SourcePosition(line, text.length() - text.lastIndexOf('\n'), 1);
    }

    private static ApplicationText read(String path, String name, URL entry) {
        try (InputStream in = entry.openStream()) {
            return decode(path, name, in.readAllBytes());
        } catch (IOException e) {
            Problem flaw = Problem.of(DeployProblem.TEXT_UNREADABLE, "reason", e.getMessage());
            return new ApplicationText(path, name, "", Optional.of(flaw));
        }
    }

    private static List<String> paths(Bundle bundle, String pattern) {
        int slash = pattern.lastIndexOf('/') + 1;
        String[] literal = pattern.substring(slash).split("\\*", -1);
        Pattern file = Pattern.compile(String.join(".*", quoted(literal)));
        Enumeration<String> entries = bundle.getEntryPaths(slash == 0 ? "/" : pattern.substring(0, slash));
        List<String> paths = new ArrayList<>();
        while (entries != null && entries.hasMoreElements()) {
            String path = entries.nextElement();
            if (file.matcher(path.substring(path.lastIndexOf('/') + 1)).matches()) {
                paths.add(path);
            }
        }
        paths.sort(null);
        return paths;
    }

    private static List<String> quoted(String[] parts) {
        List<String> quoted = new ArrayList<>();
        for (String part : parts) {
            quoted.add(Pattern.quote(part));
        }
        return quoted;
    }
}
