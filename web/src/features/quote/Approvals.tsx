import type { Schema } from "~/api/client";
import type { Revision } from "~/api/quotes";
import { m } from "~/paraglide/messages.js";
import { Icon, type IconName } from "~/components/Icon";
import { Card } from "~/components/Page";
import { moment } from "~/lib/format";
import { say } from "~/lib/locale";
import styles from "./Quote.module.css";

type Step = Schema["ApprovalStep"];

const looks: Record<Step["state"], [IconName, () => string]> = {
  open: ["clock", m.step_open],
  approved: ["check", m.step_approved],
  returned: ["undo", m.step_returned],
  carried: ["check", m.step_carried],
  up_to: ["undo", m.step_up_to],
};

/** Who has to say yes, why, and who has. */
export function Approvals({ revision }: { revision: Revision }) {
  const steps = revision.state === "draft" ? [] : (revision.approvals ?? []);
  if (steps.length === 0) return null;
  return (
    <Card title={m.approvals_title()}>
      <ul className={styles.steps}>
        {steps.map((step) => {
          const [icon, words] = looks[step.state];
          return (
            <li key={step.id} className={styles.step} data-state={step.state}>
              <Icon name={icon} size={18} />
              <div>
                {say(step.message) || step.rule}
                <span className={styles.when}>
                  {[
                    words(),
                    step.role && roleName(step.role),
                    step.decided_at ? moment(step.decided_at) : step.asked_at && moment(step.asked_at),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
                {step.comment && <span className={styles.when}>“{step.comment}”</span>}
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

const roles: Record<Schema["Role"], () => string> = {
  rep: m.role_rep,
  manager: m.role_manager,
  approver: m.role_approver,
  order_desk: m.role_order_desk,
  modeller: m.role_modeller,
  pricing_admin: m.role_pricing_admin,
  admin: m.role_admin,
};

/** What a role is called. */
export function roleName(role: Schema["Role"]): string {
  return roles[role]();
}
