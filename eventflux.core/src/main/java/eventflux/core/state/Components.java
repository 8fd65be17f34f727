package eventflux.core.state;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Cells and containers that are saved, restored and renewed together, in the order in which they were asked for. */
final class Components {

    private final List<StateComponent> components = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    void add(StateComponent component) {
        if (!names.add(component.name())) {
            throw new IllegalArgumentException("state asked for twice name=" + component.name());
        }
        components.add(component);
    }

    /** Adds one whose name is unique elsewhere. */
    void append(StateComponent component) {
        components.add(component);
    }

    void initialize() {
        for (int i = 0; i < components.size(); i++) {
            components.get(i).initialize();
        }
    }

    void release() {
        for (int i = 0; i < components.size(); i++) {
            components.get(i).release();
        }
    }

    void renew() {
        for (int i = 0; i < components.size(); i++) {
            components.get(i).release();
            components.get(i).initialize();
        }
    }

    boolean holdsBlocks() {
        return components.stream().anyMatch(StateComponent::holdsBlocks);
    }

    boolean holdsCodedRows() {
        return components.stream().anyMatch(component -> !component.coded().isEmpty());
    }

    boolean readsRows() {
        return components.stream().anyMatch(StateComponent::readsRows);
    }

    /** Writes what there is and how it lies, so that it need not be said again for each record. */
    void saveNames(SnapshotWriter out) {
        out.writeInt(components.size());
        for (StateComponent component : components) {
            out.writeText(component.name());
            out.writeBits(component.coded());
        }
    }

    /** Reads what there was; it must be the same, in the same order. */
    void expectNames(SnapshotReader in) {
        int count = in.readInt();
        if (count != components.size()) {
            throw new SnapshotMismatch("cells", count, components.size());
        }
        for (StateComponent component : components) {
            String name = in.readText();
            if (!name.equals(component.name())) {
                throw new SnapshotMismatch("cell", name, component.name());
            }
            component.savedWith(in.readBits());
        }
    }

    void save(SnapshotWriter out) {
        for (int i = 0; i < components.size(); i++) {
            components.get(i).save(out);
        }
    }

    void restore(SnapshotReader in) {
        for (int i = 0; i < components.size(); i++) {
            components.get(i).restore(in);
        }
    }

    void mark(BitSet symbols) {
        for (int i = 0; i < components.size(); i++) {
            components.get(i).mark(symbols);
        }
    }
}
