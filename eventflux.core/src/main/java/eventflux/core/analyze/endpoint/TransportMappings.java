package eventflux.core.analyze.endpoint;

import eventflux.core.analyze.setting.RawSetting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Columns that take an attribute of the message instead of a part of its payload: {@code mapping.<column>='trp:<attribute>'}, with
 * the format's name before it or without.
 */
public final class TransportMappings {

    private static final String ATTRIBUTE = "trp:";
    private static final String MAPPING = "mapping.";

    private final Map<String, RawSetting> byColumn = new LinkedHashMap<>();

    /** Takes those out of settings; answers the others. */
    List<RawSetting> takeFrom(List<RawSetting> settings) {
        List<RawSetting> others = new ArrayList<>();
        for (RawSetting setting : settings) {
            int at = setting.key().toLowerCase(Locale.ROOT).indexOf(MAPPING);
            boolean isMapping = at == 0 || at > 0 && setting.key().charAt(at - 1) == '.';
            if (isMapping && setting.text().regionMatches(true, 0, ATTRIBUTE, 0, ATTRIBUTE.length())) {
                byColumn.put(setting.key().substring(at + MAPPING.length()), setting);
            } else {
                others.add(setting);
            }
        }
        return others;
    }

    /** What was taken, by column. */
    Map<String, RawSetting> byColumn() {
        return byColumn;
    }

    /** The name of the attribute that a setting asks for. */
    static String attribute(RawSetting setting) {
        return setting.text().substring(ATTRIBUTE.length()).strip();
    }
}
