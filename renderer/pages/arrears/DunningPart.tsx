import { useState } from 'react';
import { useMay } from '../../session.ts';
import { MakeNotices } from './MakeNotices.tsx';
import { NoticeList } from './NoticeList.tsx';
import './dunning.css';

/** The notices that were made, with their service; and, for who may, the making of new ones. */
export function DunningPart() {
  const may = useMay('manager', 'cashier', 'office');
  // New notices are on the top of the list, with nothing ticked.
  const [made, setMade] = useState(0);
  return (
    <div className="dunning-area">
      <NoticeList key={made} may={may} />
      {may && <MakeNotices onMade={() => setMade((count) => count + 1)} />}
    </div>
  );
}
