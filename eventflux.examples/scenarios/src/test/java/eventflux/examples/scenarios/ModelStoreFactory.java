package eventflux.examples.scenarios;

import eventflux.api.spi.Extension;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.Parameter;
import eventflux.api.spi.ParameterType;
import eventflux.api.spi.table.Store;
import eventflux.api.spi.table.StoreContext;
import eventflux.api.spi.table.StoreFactory;
import eventflux.testkit.table.ModelStore;
import eventflux.testkit.table.ModelTable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes stores of the test kit's model, which outlive an application and do as much by themselves as a test wants. */
@Extension(
        kind = ExtensionKind.STORE,
        name = "model",
        description = "Keeps rows in a list.",
        parameters = {
            @Parameter(
                    name = "space",
                    type = ParameterType.STRING,
                    description = "Tables of a space outlive their application."),
            @Parameter(
                    name = "accepts",
                    type = ParameterType.STRING,
                    description = "What it does by itself: everything, or equality.")
        },
        examples = "CREATE TABLE T (k INT) WITH (extension='model', space='s', accepts='everything')")
public final class ModelStoreFactory implements StoreFactory {

    // An engine makes factories of its own; what they keep is to outlive it.
    private static final Map<String, ModelTable> TABLES = new ConcurrentHashMap<>();

    /** Called by the service loader. */
    public ModelStoreFactory() {}

    @Override
    public Store create(StoreContext context) {
        String name =
                context.settings().getString("space") + "/" + context.table().name();
        ModelTable table = TABLES.computeIfAbsent(name, key -> new ModelTable(context.table()));
        return context.settings().getString("accepts").equals("everything")
                ? ModelStore.ofEverything(table)
                : ModelStore.ofEquality(table);
    }
}
