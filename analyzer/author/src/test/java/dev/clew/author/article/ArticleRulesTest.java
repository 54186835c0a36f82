package dev.clew.author.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.Problem;
import dev.clew.packs.Problems;
import dev.clew.packs.article.ArticleReader;
import dev.clew.packs.vocabulary.CommandFacts;
import dev.clew.packs.vocabulary.Placeholders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One good article, and what is said of it once a single thing in it is bad.
class ArticleRulesTest {

    private static final Path VOCABULARY =
            Path.of(System.getProperty("clew.root", "")).resolve("patterns/vocabulary");

    private static final String GOOD =
            """
            ---
            title: Widgets are stuck
            summary: They are stuck.
            kind: fault
            applies: {cilium: ">=1.12"}
            verified: 2026-11-29
            keywords: []
            references:
              - {title: Widgets, url: "https://docs.cilium.io/en/stable/", version: "Cilium 1.14 to 1.19"}
            zh:
              title: 卡住
              summary: 卡住。
              keywords: []
              first: 先看状态
              answers:
                - 看到 stuck → 步骤 1
                - 看到 gone → 步骤 2
              impact: 可以等
              causes:
                - [stuck, 配置]
              steps:
                - do: 设置
                  text: 说明
                  effect: 重启
                  undo: 回滚
                - do: 删除
                  effect: 消失
                  undo: 没有
                  ask: 确定吗
              verify: 都是 Running
              help: 收集日志
            ---
            ## Do first
            Look at the state.

            ```sh read-only
            kubectl get pods -n <cilium-namespace> -l k8s-app=cilium
            ```

            - `stuck` → step 1
            - `gone` → step 2

            ## Impact
            It can wait.

            ## Symptom
            Since 1.15 it says `stuck`.

            ## Causes
            | You see | Cause | Step |
            |---|---|---|
            | `stuck` | the configuration | 1 |

            ## Fix
            ### 1. Set the option
            It is off.
            Effect: agents restart.
            Undo: helm rollback

            ```sh disruptive
            helm upgrade <cilium-release> cilium/cilium --version <cilium-version> -n <cilium-namespace> --reuse-values --set bpf.masquerade=true
            kubectl rollout restart daemonset/cilium -n <cilium-namespace>
            ```

            ### 2. Delete the claim
            Effect: it is gone.
            Undo: none.
            Ask: Is it empty?

            ```sh destructive
            kubectl delete pvc <claim> -n <namespace>
            ```

            ## Verify
            ```sh read-only
            kubectl get pods -n <cilium-namespace> -l k8s-app=cilium -o wide
            ```

            Expect: all run

            ## If it does not help
            Ask.

            ## Watch for it
            Nothing.
            """;

    @Test
    void nothingIsSaidOfAGoodArticle() throws IOException {
        assertThat(lint(GOOD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '^',
            value = {
                "P315 ¦ ### 2. Delete the claim ¦ ### 3. Delete the claim",
                "P315 ¦ ### 2. Delete the claim ¦ ### Delete the claim",
                "P315 ¦ ### 2. Delete the claim ¦ ### 2. If the claim is empty",
                "P316 ¦ Ask: Is it empty? ¦ It is empty.",
                "P316 ¦ Undo: helm rollback ¦ Later.",
                "P317 ¦ - `gone` → step 2 ¦ - `gone` → step 7",
                "P317 ¦ - `gone` → step 2 ¦ - `gone`",
                "P317 ¦ the configuration | 1 ¦ the configuration | 5",
                "P318 ¦ 看到 gone → 步骤 2 ¦ 看到 gone → 步骤 1",
                "P318 ¦ ask: 确定吗 ¦ text: 确定吗",
                "P318 ¦ - [stuck, 配置] ¦ - [stuck, 配置]\\n    - [gone, 配置]",
                "P319 ¦ It can wait. ¦ TO WRITE: what stops",
                "P320 ¦ , version: \"Cilium 1.14 to 1.19\"} ¦ }",
                "P321 ¦ Since 1.15 it says ¦ Since 1.9 it says",
                "P330 ¦ kubectl delete pvc <claim> ¦ kubectl delete pvc '<claim>",
                "P331 ¦ kubectl rollout restart daemonset/cilium ¦ kubectl rollout again daemonset/cilium",
                "P331 ¦ -l k8s-app=cilium -o wide ¦ --label k8s-app=cilium -o wide",
                "P332 ¦ --version <cilium-version> -n ¦ -n",
                "P333 ¦ --version <cilium-version> -n ¦ --version <new-version> -n",
                "P334 ¦ bpf.masquerade=true ¦ bpf.masqueradeAll=true",
                "P334 ¦ bpf.masquerade=true ¦ socketLB.hostNamespaceOnly=true --set routingMode=tunnel",
                "P334 ¦ bpf.masquerade=true ¦ extraConfig.no-such-option=1",
                "P335 ¦ bpf.masquerade=true ¦ kubeProxyReplacement=maybe",
                "P335 ¦ bpf.masquerade=true ¦ pprof.enabled=maybe",
                "P336 ¦ kubectl rollout restart daemonset/cilium -n <cilium-namespace> ¦ sleep 1",
                "P337 ¦ kubectl delete pvc <claim> ¦ kubectl delete pvc",
                "P337 ¦ restart daemonset/cilium -n ¦ restart daemonset -n",
                "P337 ¦ kubectl delete pvc <claim> ¦ kubectl delete pvc --all",
                "P338 ¦ kubectl delete pvc <claim> ¦ kubectl patch pod <pod> --type merge -p '{\"spec\":{\"tolerations\":[{\"key\":\"x\"}]}}'",
                "P338 ¦ kubectl delete pvc <claim> ¦ kubectl patch pod <pod> --type=json -p '[{\"op\":\"remove\",\"path\":\"/spec/containers/0/args\"}]'",
                "P338 ¦ kubectl delete pvc <claim> ¦ kubectl patch pod <pod> -p '{\"spec\":{\"tolerations\":[{\"key\":\"x\"}]}}'",
                "P338 ¦ kubectl delete pvc <claim> ¦ kubectl patch sa <account> -p '{\"imagePullSecrets\":[{\"name\":\"x\"}]}'",
                "P342 ¦ kubectl delete pvc <claim> -n <namespace> ¦ kubeadm reset",
                "P342 ¦ kubectl delete pvc <claim> -n <namespace> ¦ apt-get -y install conntrack",
                "P339 ¦ kubectl get pods -n <cilium-namespace> -l k8s-app=cilium -o wide ¦ kubectl exec ds/cilium -n <cilium-namespace> -- cilium status",
                "P339 ¦ kubectl get pods -n <cilium-namespace> -l k8s-app=cilium -o wide ¦ kubectl apply -f x --dry-run=server",
                "P339 ¦ Expect: all run ¦ All run.",
                "P340 ¦ kubectl get pods -n <cilium-namespace> -l k8s-app=cilium -o wide ¦ kubectl get pods -n kube-system -l k8s-app=cilium",
                "P340 ¦ kubectl get pods -n <cilium-namespace> -l k8s-app=cilium -o wide ¦ kubectl logs <pod> -n <cilium-namespace>",
                "P341 ¦ ```sh destructive ¦ ```sh read-only",
                "P341 ¦ kubectl get pods -n <cilium-namespace> -l k8s-app=cilium -o wide ¦ kubectl debug <pod> -n <namespace> --image=busybox -it -- sh",
                "P337 ¦ kubectl delete pvc <claim> ¦ kubectl edit pvc",
                "P343 ¦ kubectl delete pvc <claim> -n <namespace> ¦ kubectl get pvc <claim> -n <namespace> -o yaml > claim.yaml",
            })
    void whatIsBadHasACode(String code, String good, String bad) throws IOException {
        String text = GOOD.replace(good, bad.replace("\\n", "\n"));
        assertThat(text).isNotEqualTo(GOOD);
        assertThat(lint(text)).extracting(Problem::code).contains(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '^',
            value = {
                "kubectl set env deployment/<deployment> -n <namespace> A=b",
                "kubectl patch deployment <deployment> -p '{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"x\"}]}}}}'",
            })
    void whatKeepsTheOtherItemsOfAListIsGood(String command) throws IOException {
        assertThat(lint(GOOD.replace("kubectl delete pvc <claim> -n <namespace>", command)))
                .isEmpty();
    }

    @Test
    void aStepThatNamesItsPlatformMayUseWhatIsOnlyThere() throws IOException {
        String text =
                GOOD.replace("kubectl delete pvc <claim> -n <namespace>", "kubeadm reset")
                        .replace(
                                "### 2. Delete the claim\n",
                                "### 2. Delete the claim\nOnly if: control-plane != managed\n");
        assertThat(lint(text)).isEmpty();
    }

    @Test
    void rolloutStatusShowsNothingWhereNothingIsRolledOut() throws IOException {
        String text =
                GOOD.replaceAll("(?s)helm upgrade.*?kubectl rollout restart[^\n]*", "sysctl -w a=1")
                        .replace("kubectl delete pvc <claim> -n <namespace>", "rm -r data")
                        .replace(
                                "kubectl get pods -n <cilium-namespace> -l k8s-app=cilium -o wide",
                                "kubectl rollout status daemonset/cilium -n <cilium-namespace>");
        assertThat(lint(text)).extracting(Problem::code).containsExactly("P339");
    }

    @Test
    void ofTheOlderFormNothingElseIsSaid() throws IOException {
        String text =
                """
                ---
                title: Widgets are stuck
                summary: They are stuck.
                kind: fault
                verified: 2026-11-29
                keywords: []
                references: []
                ---
                ## Fix
                ```sh disruptive
                kubectl rollout restart deployment
                ```
                """;
        assertThat(lint(text))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("P314");
                    assertThat(problem.fatal()).isTrue();
                });
    }

    @Test
    void aProblemNamesTheLineOfTheCommand() throws IOException {
        String text = GOOD.replace("kubectl delete pvc <claim>", "kubectl delete pvc");
        int line = text.substring(0, text.indexOf("kubectl delete pvc")).split("\n", -1).length;
        assertThat(lint(text)).extracting(Problem::line).containsExactly(line);
    }

    private static List<Problem> lint(String text) throws IOException {
        Problems problems = new Problems();
        Placeholders words = Placeholders.read(VOCABULARY, problems);
        ArticleReader.read("stuck", "cilium-agent", "stuck.md", text, words, problems)
                .ifPresent(article -> {
                    try {
                        ArticleRules.check(
                                article, "stuck.md", text, CommandFacts.read(VOCABULARY), problems);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                });
        return problems.list();
    }
}
