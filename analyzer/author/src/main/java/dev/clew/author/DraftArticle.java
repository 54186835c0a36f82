package dev.clew.author;

import dev.clew.author.article.Leftovers;
import java.time.LocalDate;

/// An article about a fault to begin with: all its sections, and in each what its author has to
/// write, marked so that the linter names it.
final class DraftArticle {

    private DraftArticle() {}

    /// The text of the file.
    ///
    /// @param title quoted as YAML asks
    /// @param sample what was printed, with nothing that ends a fence
    static String of(String title, String sample, LocalDate today) {
        return """
        ---
        # MARK the title in one sentence, as a person would say it
        title: %s
        summary: >-
          MARK what happens, and why, in two sentences
        kind: fault
        verified: %s
        keywords: []
        references:
          - {title: "MARK a page that you have opened", url: "https://example.com/", version: "MARK the version it is for"}
        zh:
          title: "MARK 标题"
          summary: "MARK 摘要"
          keywords: []
          first: "MARK 先看什么"
          answers:
            - "MARK 看到什么 → 步骤 1"
            - "MARK 看到别的 → 步骤 2"
          impact: "MARK 影响"
          causes:
            - ["MARK 看到的", "MARK 原因"]
          steps:
            - do: "MARK 查看"
            - do: "MARK 修复"
              effect: "MARK 中断什么，多久"
              undo: "MARK 怎样恢复"
          verify: "MARK 怎样确认"
          help: "MARK 收集什么，问谁"
        ---
        ## Do first
        MARK what to look at, in one sentence, and a command that only looks

        ```sh read-only
        kubectl get events -n <namespace> --sort-by=.lastTimestamp
        ```

        - MARK what may be seen, as it is printed → step 1
        - MARK something else → step 2

        ## Impact
        MARK what stops, what goes on, whether it can wait

        ## Symptom
        ```text
        %s
        ```

        ## Causes
        | You see | Cause | Step |
        |---|---|---|
        | MARK words, a value, a state | MARK what it comes from | 1, 2 |

        ## Fix
        ### 1. Look at what it is about
        MARK a heading that names the action, and a command that tells the causes apart

        ```sh read-only
        kubectl describe pod <pod> -n <namespace>
        ```

        Expect: MARK what it prints

        ### 2. Repair it
        MARK what this step does, and the command; the steps that interrupt least come first
        Effect: MARK what is interrupted, where, for how long
        Undo: MARK how to take it back

        ```sh disruptive
        kubectl rollout restart <workload-kind>/<workload> -n <namespace>
        kubectl rollout status <workload-kind>/<workload> -n <namespace> --timeout=10m
        ```

        Expect: MARK what it prints if it worked

        ## Verify
        MARK what must hold on all nodes or pods

        ```sh read-only
        kubectl get pods -n <namespace> -o wide
        ```

        Expect: MARK what it shows then, and what it shows if it is not over

        ## If it does not help
        MARK what to collect, and whom to ask

        ## Watch for it
        MARK a metric with its exporter, in a fence of promql, and when to alert
        """
                .replace("MARK", Leftovers.MARK)
                .formatted(title, today, sample);
    }
}
