package eventflux.testkit.scenario;

import eventflux.api.event.DataType;
import eventflux.api.event.Schema;
import java.util.Map;

/** Makes a text that does all that another does, and beside that groups every stream by its texts: so rows are kept otherwise. */
final class OtherText {

    private OtherText() {}

    static String of(String text, Map<String, Schema> streams) {
        StringBuilder other = new StringBuilder(text.stripTrailing());
        if (!text.stripTrailing().endsWith(";")) {
            other.append(';');
        }
        int number = 0;
        for (Map.Entry<String, Schema> stream : streams.entrySet()) {
            for (int i = 0; i < stream.getValue().size(); i++) {
                if (stream.getValue().column(i).type() == DataType.STRING) {
                    String column = stream.getValue().column(i).name();
                    other.append("\nfrom `")
                            .append(stream.getKey())
                            .append("` select `")
                            .append(column);
                    other.append("`, count() as updateCount group by `").append(column);
                    other.append("` insert into UpdateOut").append(number++).append(';');
                }
            }
        }
        return other.append('\n').toString();
    }
}
