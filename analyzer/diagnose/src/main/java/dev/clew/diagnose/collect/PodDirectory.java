package dev.clew.diagnose.collect;

import dev.clew.model.Bound;
import dev.clew.model.Entity;
import dev.clew.model.LimitLog;
import dev.clew.model.LogRecord;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who is where: learns namespace, node and owner of pods from any record that tells, so that
/// records of other sources about the same pods can be joined.
public final class PodDirectory {

    private final Map<String, Entity> byName = new HashMap<>();
    private final LimitLog log;

    PodDirectory(LimitLog log) {
        this.log = log;
    }

    void note(LogRecord record) {
        note(record.entity());
    }

    private void note(Entity entity) {
        String pod = entity.pod();
        if (pod == null
                || (entity.namespace() == null
                        && entity.node() == null
                        && entity.workload() == null)) {
            return;
        }
        Entity known = byName.get(pod);
        Entity plain = entity.withContainer(null);
        if (known != null) {
            byName.put(pod, known.or(plain));
        } else if (log.hasRoom(Bound.PODS, byName.size())) {
            byName.put(pod, plain);
        }
    }

    /// The place with what is known of its pod filled in. A pod of the same name in another
    /// namespace is another pod.
    public Entity complete(Entity entity) {
        Entity known = entity.pod() == null ? null : byName.get(entity.pod());
        if (known == null || differ(entity.namespace(), known.namespace())) {
            return entity;
        }
        return entity.or(known);
    }

    private static boolean differ(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !one.equals(other);
    }
}
